package dev.newswire.ingest.encoding;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Files, which say by their first bytes that they are packed: gzip (RFC 1952) or zstd (RFC 8878). */
public final class PackedInput {

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};
    private static final byte[] ZSTD = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};

    private PackedInput() {}

    /**
     * What the file holds: unpacked once where it is packed, else as it is. Reading fails as that of {@link
     * ContentCoding#decode} does. To be closed, which closes the file too.
     *
     * @param ratio most unpacked bytes for each packed one, after the first MiB
     * @throws IOException if the beginning of the file cannot be read
     */
    public static InputStream open(InputStream file, int ratio) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file, BUFFER_BYTES);
        in.mark(ZSTD.length);
        byte[] head = in.readNBytes(ZSTD.length);
        in.reset();
        return coding(head).decode(in, ratio);
    }

    private static ContentCoding coding(byte[] head) {
        if (startsWith(head, GZIP)) {
            return ContentCoding.GZIP;
        }
        return startsWith(head, ZSTD) ? ContentCoding.ZSTD : ContentCoding.IDENTITY;
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }
}
