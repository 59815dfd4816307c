package dev.newswire.ingest.fate;

import dev.newswire.schema.ArticleFate;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Keys of the store: by article, its newest event first, and one for each event. */
final class FateKey {

    /** Length of an article id, in bytes. */
    static final int PREFIX_BYTES = 26;

    private FateKey() {}

    static byte[] prefix(String articleId) {
        return articleId.getBytes(StandardCharsets.US_ASCII);
    }

    /** The article, the offset counted downwards, and the rest of where the event stands. */
    static byte[] of(String articleId, ArticleFate fate) {
        ByteArrayOutputStream key = new ByteArrayOutputStream(PREFIX_BYTES + 64);
        key.writeBytes(prefix(articleId));
        key.writeBytes(ByteBuffer.allocate(Long.BYTES)
                .putLong(Long.MAX_VALUE - fate.getEventOffset())
                .array());
        key.writeBytes(event(fate).getBytes(StandardCharsets.UTF_8));
        return key.toByteArray();
    }

    /** Where an event stands, as one word. */
    static String event(ArticleFate fate) {
        return fate.getEventTopic() + "-" + fate.getEventPartition() + "@" + fate.getEventOffset();
    }

    static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && java.util.Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }
}
