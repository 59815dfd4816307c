package dev.newswire.platform.deadletter;

import dev.newswire.platform.event.EventOrigin;
import dev.newswire.platform.fate.Fates;
import dev.newswire.platform.registry.RegistryUnavailableException;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.ArticleFate;
import dev.newswire.schema.Fate;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a record that cannot be read or processed out of the way: a dead letter with the original bytes and the
 * reason, and, where the record is an event that must have a fate, the fate {@code QUARANTINED}; both in the
 * transaction that moves past the record. A registry that is away is no fault of the record: processing stops and is
 * tried again.
 */
public final class QuarantineHandler implements DeserializationExceptionHandler, ProcessingExceptionHandler {
    /** Client property: comma-separated topics whose records are events that must have a fate. */
    public static final String EVENT_TOPICS = "newswire.quarantine.event.topics";
    /** Client property: the {@link MeterRegistry} in which quarantined records are counted; none where absent. */
    public static final String METERS = "newswire.quarantine.meters";

    private static final Logger LOG = LoggerFactory.getLogger(QuarantineHandler.class);
    private static final Set<String> ENTRANCES = Set.of(Topics.RAW.name(), Topics.BACKFILL.name());
    private String deadLetterTopic = "";
    private String service = "";
    private Set<String> eventTopics = Set.of();
    private @Nullable Serializer<ArticleFate> fates;
    private @Nullable MeterRegistry meters;

    @Override
    public void configure(Map<String, ?> configuration) {
        deadLetterTopic = text(configuration, StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG);
        service = text(configuration, StreamsConfig.APPLICATION_ID_CONFIG).replaceFirst("^news-", "");
        eventTopics = Set.of(text(configuration, EVENT_TOPICS).split(","));
        meters = configuration.get(METERS) instanceof MeterRegistry registry ? registry : null;
        eventTopics.forEach(topic -> count(topic, 0));
        fates = AvroTopicSerdes.from(new HashMap<>(withoutNulls(configuration)))
                .of(Topics.FATE)
                .serializer();
    }

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        if (RegistryUnavailableException.isCauseOf(exception)) {
            return DeserializationExceptionHandler.Response.fail();
        }
        return DeserializationExceptionHandler.Response.resume(
                quarantine(context, record.key(), record.value(), record.headers(), exception));
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        if (RegistryUnavailableException.isCauseOf(exception)) {
            return ProcessingExceptionHandler.Response.fail();
        }
        return ProcessingExceptionHandler.Response.resume(
                quarantine(context, context.sourceRawKey(), context.sourceRawValue(), context.headers(), exception));
    }

    private List<ProducerRecord<byte[], byte[]>> quarantine(
            ErrorHandlerContext context,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Headers headers,
            Exception exception) {
        String position = context.topic() + "/" + context.partition() + "/" + context.offset();
        LOG.warn("Quarantined {}: {}", position, DeadLetterHeaders.message(exception));
        LOG.debug("Quarantined {}", position, exception);
        count(context.topic(), 1);
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        records.add(deadLetter(context, key, value, headers, exception));
        fate(context, key, headers, exception).ifPresent(records::add);
        return records;
    }

    private ProducerRecord<byte[], byte[]> deadLetter(
            ErrorHandlerContext context,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Headers headers,
            Exception exception) {
        Headers noted = new RecordHeaders(headers);
        DeadLetterHeaders.addFailure(noted, exception);
        DeadLetterHeaders.addPosition(noted, context.topic(), context.partition(), context.offset());
        return new ProducerRecord<>(deadLetterTopic, null, timestamp(context), key, value, noted);
    }

    private Optional<ProducerRecord<byte[], byte[]>> fate(
            ErrorHandlerContext context, byte @Nullable [] key, Headers headers, Exception exception) {
        if (!eventTopics.contains(context.topic())) {
            return Optional.empty();
        }
        EventOrigin origin = origin(context, headers);
        ArticleFate fate = Fates.of(
                Fate.QUARANTINED,
                service,
                origin,
                key == null ? null : new String(key, StandardCharsets.UTF_8),
                null,
                0,
                DeadLetterHeaders.message(exception),
                timestamp(context));
        Serializer<ArticleFate> serializer = Objects.requireNonNull(fates, "not configured");
        return Optional.of(new ProducerRecord<>(
                Topics.FATE.name(),
                null,
                timestamp(context),
                Fates.key(fate).getBytes(StandardCharsets.UTF_8),
                serializer.serialize(Topics.FATE.name(), fate)));
    }

    /** Where events enter, the record is the event, whatever a copy of another one says in its headers. */
    private static EventOrigin origin(ErrorHandlerContext context, Headers headers) {
        EventOrigin place = new EventOrigin(context.topic(), context.partition(), context.offset());
        return ENTRANCES.contains(context.topic())
                ? place
                : EventOrigin.fromHeaders(headers).orElse(place);
    }

    /** The record's own time: handlers must give the same result at every replay. */
    private static long timestamp(ErrorHandlerContext context) {
        return Math.max(0, context.timestamp());
    }

    /** Counted also when the transaction is undone and the record comes again. */
    private void count(String topic, int records) {
        if (meters != null) {
            meters.counter("newswire." + service + ".records.quarantined", "topic", topic)
                    .increment(records);
        }
    }

    private static String text(Map<String, ?> configuration, String name) {
        Object value = configuration.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value.toString();
    }

    private static Map<String, Object> withoutNulls(Map<String, ?> configuration) {
        Map<String, Object> values = new HashMap<>();
        configuration.forEach((name, value) -> {
            if (value != null) {
                values.put(name, value);
            }
        });
        return values;
    }
}
