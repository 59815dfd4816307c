package dev.newswire.cli.send;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Compressed files are sent as what they hold: the service decompresses nothing twice and lines keep their numbers. */
final class Compression {
    private static final int MAGIC_BYTES = 4;
    private static final int BUFFER_BYTES = 64 * 1024;

    private Compression() {}

    /** The content of the stream, decompressed where it is gzip, told by its first bytes. */
    static InputStream open(InputStream stored) throws IOException {
        BufferedInputStream in = new BufferedInputStream(stored, BUFFER_BYTES);
        in.mark(MAGIC_BYTES);
        byte[] head = in.readNBytes(MAGIC_BYTES);
        in.reset();
        if (head.length >= 2 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B) {
            return new GZIPInputStream(in, BUFFER_BYTES);
        }
        return in;
    }
}
