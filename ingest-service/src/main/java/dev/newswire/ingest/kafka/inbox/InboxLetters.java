package dev.newswire.ingest.kafka.inbox;

import dev.newswire.ingest.intake.Outcome;
import dev.newswire.platform.deadletter.DeadLetterHeaders;
import dev.newswire.platform.event.EventOrigin;
import dev.newswire.platform.fate.Fates;
import dev.newswire.platform.topic.Topic;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.ArticleFate;
import dev.newswire.schema.Fate;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Makes dead letters, with key, value and headers as they came, and their fates. */
final class InboxLetters {

    /** Header of a letter whose value was cut so that the topic takes it: the length that it had. */
    static final String ORIGINAL_BYTES = DeadLetterHeaders.ORIGINAL_BYTES;

    /** Header of a letter whose headers were dropped so that the topic takes it: the length that they had. */
    static final String ORIGINAL_HEADER_BYTES = "newswire-original-header-bytes";

    /** Room for our own headers and the framing of a batch. */
    private static final int RESERVED_BYTES = 64 * 1024;

    private static final int MOST_BYTES = Topic.MESSAGE_BYTES - RESERVED_BYTES;
    private static final int MOST_HEADER_BYTES = 1024 * 1024;
    private static final String SERVICE = "ingest";

    private final Serializer<ArticleFate> fates;

    InboxLetters(Serializer<ArticleFate> fates) {
        this.fates = fates;
    }

    /** The dead letter of a refused record. */
    ProducerRecord<byte[], byte[]> letter(InboxItem item, Outcome.Rejected why) {
        ConsumerRecord<byte[], byte[]> from = item.record();
        Headers headers = headers(from);
        byte[] key = cut(from.key(), MOST_HEADER_BYTES);
        int left = MOST_BYTES - size(headers) - (key == null ? 0 : key.length);
        byte[] value = cut(from.value(), left);
        if (from.value() != null && value != null && value.length < from.value().length) {
            put(headers, ORIGINAL_BYTES, from.value().length);
        }
        DeadLetterHeaders.addRefusal(headers, why.refusal().rule().id(), reason(why));
        DeadLetterHeaders.addPosition(headers, from.topic(), from.partition(), from.offset());
        return new ProducerRecord<>(
                Topics.INGEST_DLQ.name(), null, item.receivedAt().toEpochMilli(), key, value, headers);
    }

    /** The fate of the event that the letter is. */
    ProducerRecord<byte[], byte[]> fate(InboxItem item, Outcome.Rejected why, RecordMetadata letter) {
        long at = item.receivedAt().toEpochMilli();
        EventOrigin origin = new EventOrigin(letter.topic(), letter.partition(), letter.offset());
        ArticleFate fate = Fates.of(Fate.QUARANTINED, SERVICE, origin, null, why.source(), 0, reason(why), at);
        String topic = Topics.FATE.name();
        return new ProducerRecord<>(
                topic, null, at, Fates.key(fate).getBytes(StandardCharsets.UTF_8), fates.serialize(topic, fate));
    }

    private static String reason(Outcome.Rejected why) {
        String pointer = why.place().pointer() + why.refusal().pointer();
        return pointer.isEmpty()
                ? why.refusal().reason()
                : pointer + ": " + why.refusal().reason();
    }

    private static Headers headers(ConsumerRecord<byte[], byte[]> from) {
        int size = size(from.headers());
        if (size <= MOST_HEADER_BYTES) {
            return new RecordHeaders(from.headers());
        }
        Headers headers = new RecordHeaders();
        put(headers, ORIGINAL_HEADER_BYTES, size);
        return headers;
    }

    private static void put(Headers headers, String name, int number) {
        headers.remove(name);
        headers.add(name, Integer.toString(number).getBytes(StandardCharsets.UTF_8));
    }

    private static int size(Headers headers) {
        int size = 0;
        for (Header header : headers) {
            size += header.key().length() * 3 + (header.value() == null ? 0 : header.value().length) + 10;
        }
        return size;
    }

    private static byte @Nullable [] cut(byte @Nullable [] bytes, int limit) {
        return bytes == null || bytes.length <= limit ? bytes : Arrays.copyOf(bytes, limit);
    }
}
