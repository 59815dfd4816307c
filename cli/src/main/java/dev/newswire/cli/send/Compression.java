package dev.newswire.cli.send;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Compressed files are sent as what they hold: the service decompresses nothing twice and lines keep their numbers. */
final class Compression {
    private static final int MAGIC_BYTES = 4;
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};
    private static final byte[] ZSTD = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};
    private static final int BUFFER_BYTES = 64 * 1024;

    private Compression() {}

    /**
     * The content of the stream, decompressed where it is gzip, told by its first bytes.
     *
     * @throws IOException if it is damaged, or compressed in a way that is not read here
     */
    static InputStream open(InputStream stored) throws IOException {
        BufferedInputStream in = new BufferedInputStream(stored, BUFFER_BYTES);
        in.mark(MAGIC_BYTES);
        byte[] head = in.readNBytes(MAGIC_BYTES);
        in.reset();
        if (startsWith(head, ZSTD)) {
            throw new IOException("it is zstd, which is not unpacked here; pipe it: zstd -dc FILE | newswire send -");
        }
        return startsWith(head, GZIP) ? new GZIPInputStream(in, BUFFER_BYTES) : in;
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }
}
