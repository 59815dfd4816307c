package dev.newswire.integration.local;

import dev.newswire.cli.audit.TopicReader;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes to the inbox as a scraper does, and reads what came of it. */
final class InboxRecords implements AutoCloseable {
    private static final Instant WRONG_CLOCK = Instant.parse("2001-01-01T00:00:00Z");
    private static final int LARGEST = 8 * 1024 * 1024;

    private final Settings settings;
    private final KafkaProducer<String, byte[]> producer;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    InboxRecords(Settings settings) {
        this.settings = settings;
        Map<String, Object> kafka = new HashMap<>(settings.kafka());
        kafka.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST);
        producer = new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer());
    }

    /** Sends a value with a key, a header and a clock of the scraper's own; the clock is wrong by years. */
    void send(String key, byte @Nullable [] value) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topics.INBOX.name(), null, WRONG_CLOCK.toEpochMilli(), key, value);
        record.headers().add("scraper", "north".getBytes(StandardCharsets.UTF_8));
        sent.add(producer.send(record));
    }

    void send(String key, String value) {
        send(key, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Where the records stand that were sent, as {@code partition/offset}; returns when the broker has them. */
    List<String> places() throws ExecutionException, InterruptedException {
        producer.flush();
        List<String> places = new ArrayList<>();
        for (Future<RecordMetadata> one : sent) {
            places.add(one.get().partition() + "/" + one.get().offset());
        }
        return places;
    }

    /** The inbox records that events and dead letters name as theirs, as often as they name them. */
    List<String> arrived() {
        List<String> places = new ArrayList<>();
        committed(Topics.RAW.name()).forEach(event -> places.add(text(event, "newswire-inbox")));
        committed(Topics.INGEST_DLQ.name())
                .forEach(letter -> places.add(
                        text(letter, "__streams.errors.partition") + "/" + text(letter, "__streams.errors.offset")));
        return places;
    }

    /** Every committed record of a topic. */
    List<ConsumerRecord<String, byte[]>> committed(String topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (TopicReader reader = new TopicReader(settings.kafka(), List.of(topic))) {
            reader.readToEnd(records::add);
        }
        return records;
    }

    /** A header as text, empty where there is none. */
    static String text(ConsumerRecord<String, byte[]> record, String header) {
        Header value = record.headers().lastHeader(header);
        return value == null ? "" : new String(value.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }
}
