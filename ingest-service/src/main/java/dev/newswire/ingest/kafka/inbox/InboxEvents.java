package dev.newswire.ingest.kafka.inbox;

import dev.newswire.platform.event.EventHeaders;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.EventKind;
import dev.newswire.schema.RawArticle;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Makes the records of the raw topic. */
final class InboxEvents {

    /** Header that tells where in the inbox an event comes from: {@code partition/offset}. */
    static final String ORIGIN = "newswire-inbox";

    private static final int LONGEST_ID = 256;

    private final Serializer<RawArticle> serializer;

    InboxEvents(Serializer<RawArticle> serializer) {
        this.serializer = serializer;
    }

    /**
     * The event, keyed by its article.
     *
     * @throws org.apache.kafka.common.KafkaException if the schema's id is not known yet and the registry is away
     */
    ProducerRecord<byte[], byte[]> event(ConsumerRecord<byte[], byte[]> from, RawArticle article) {
        String topic = Topics.RAW.name();
        ProducerRecord<byte[], byte[]> event = new ProducerRecord<>(
                topic,
                null,
                article.getReceivedAt().toEpochMilli(),
                bytes(article.getArticleId()),
                serializer.serialize(topic, article));
        String type = article.getKind() == EventKind.RETRACT ? "article.retracted" : "article.upserted";
        Headers headers = event.headers();
        String trace = text(from.headers(), EventHeaders.TRACE_PARENT);
        EventHeaders.stamp(headers, type, article.getSource(), article.getReceivedAt(), trace);
        keepId(from.headers(), headers);
        headers.add(ORIGIN, bytes(from.partition() + "/" + from.offset()));
        return event;
    }

    /** Who sends CloudEvents knows the event by its own id. */
    private static void keepId(Headers from, Headers to) {
        String id = text(from, EventHeaders.ID);
        if (id != null && !id.isBlank() && id.length() <= LONGEST_ID) {
            to.remove(EventHeaders.ID);
            to.add(EventHeaders.ID, bytes(id));
        }
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
