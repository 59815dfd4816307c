package dev.newswire.platform.streams;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A record that a {@link TopicTail} hands over.
 *
 * @param partition of the record, from 0
 * @param offset of the record, from 0
 * @param timestamp epoch milliseconds
 * @param key of the record
 * @param bytes of the value; null for a tombstone
 * @param eventType the CloudEvents type in the headers, such as {@code dev.newswire.article.upserted}; null for none
 * @param decoder reads the value
 */
public record TailedRecord<V>(
        int partition,
        long offset,
        long timestamp,
        String key,
        byte @Nullable [] bytes,
        @Nullable String eventType,
        Function<byte[], V> decoder) {
    /** The value, decoded anew at every call; null for a tombstone. */
    public @Nullable V value() {
        return bytes == null ? null : decoder.apply(bytes);
    }
}
