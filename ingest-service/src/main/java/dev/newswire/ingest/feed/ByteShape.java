package dev.newswire.ingest.feed;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the first four bytes tell of an encoding (XML 1.0, appendix F.1).
 *
 * @param charset that they show, or null
 * @param markLength length of the byte order mark in bytes, 0 where there is none
 */
record ByteShape(@Nullable Charset charset, int markLength) {

    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Charset EBCDIC = Charset.forName("IBM037");

    static ByteShape of(byte[] bytes) {
        int head = 0;
        for (int i = 0; i < 4; i++) {
            head = head << 8 | (i < bytes.length ? bytes[i] & 0xFF : 0x20);
        }
        ByteShape marked = marked(head, bytes.length);
        return marked != null ? marked : new ByteShape(unmarked(head), 0);
    }

    /** Whether a character takes at least two bytes, so that no single-byte encoding can be meant. */
    boolean isWide() {
        return charset != null && charset.name().startsWith("UTF-") && !charset.equals(StandardCharsets.UTF_8);
    }

    private static @Nullable ByteShape marked(int head, int length) {
        if (head == 0x0000FEFF) {
            return new ByteShape(UTF_32BE, 4);
        }
        if (head == 0xFFFE0000 && length % 4 == 0) {
            return new ByteShape(UTF_32LE, 4);
        }
        if (head >>> 16 == 0xFEFF) {
            return new ByteShape(StandardCharsets.UTF_16BE, 2);
        }
        if (head >>> 16 == 0xFFFE) {
            return new ByteShape(StandardCharsets.UTF_16LE, 2);
        }
        return head >>> 8 == 0xEFBBBF ? new ByteShape(StandardCharsets.UTF_8, 3) : null;
    }

    /** By how a {@code <} and what follows it look; for EBCDIC by {@code <?xm}. */
    private static @Nullable Charset unmarked(int head) {
        if (head == 0x0000003C) {
            return UTF_32BE;
        }
        if (head == 0x3C000000) {
            return UTF_32LE;
        }
        if ((head & 0xFFFFFF00) == 0x003C0000) {
            return StandardCharsets.UTF_16BE;
        }
        if ((head & 0xFF00FFFF) == 0x3C000000 || (head & 0xFFFF00FF) == 0x3C000000) {
            return StandardCharsets.UTF_16LE;
        }
        return head == 0x4C6FA794 ? EBCDIC : null;
    }
}
