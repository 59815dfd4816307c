package dev.newswire.ingest.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The part of a document that an item stands in, without a copy of it.
 *
 * @param content bytes of the document
 * @param offset of the first byte
 * @param length in bytes
 * @param originalLength in bytes, of what came: more than the length where not all of it was kept
 */
public record Excerpt(byte[] content, int offset, int length, long originalLength) {

    /** A part that is kept whole. */
    Excerpt(byte[] content, int offset, int length) {
        this(content, offset, length, length);
    }

    /** The beginning of something longer. */
    public static Excerpt beginning(byte[] bytes, long originalLength) {
        return new Excerpt(bytes, 0, bytes.length, originalLength);
    }

    /** Words that stand for themselves. */
    public static Excerpt of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Excerpt(bytes, 0, bytes.length);
    }

    /** The first bytes, at most {@code limit}. */
    public byte[] head(int limit) {
        return Arrays.copyOfRange(content, offset, offset + Math.min(length, limit));
    }
}
