package dev.newswire.publish.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A body as it goes over the wire; compressed once, when somebody first asks for that. */
final class Content {
    /** Below this many bytes compression saves no packet. */
    private static final int WORTHWHILE = 1_200;

    private final byte[] plain;
    private volatile byte @Nullable [] compressed;

    private Content(byte[] plain) {
        this.plain = plain;
    }

    static Content of(String text) {
        return new Content(text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] plain() {
        return plain;
    }

    /** Bytes of memory that it takes at most. */
    int weight() {
        return 2 * plain.length;
    }

    boolean isWorthCompressing() {
        return plain.length >= WORTHWHILE;
    }

    /** In gzip. */
    byte[] compressed() {
        byte[] known = compressed;
        if (known == null) {
            known = gzip(plain);
            compressed = known;
        }
        return known;
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be written.", e);
        }
        return out.toByteArray();
    }
}
