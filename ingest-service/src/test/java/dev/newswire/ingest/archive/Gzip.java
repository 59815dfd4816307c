package dev.newswire.ingest.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Compresses as gzip. */
final class Gzip {

    private Gzip() {}

    static byte[] of(byte[] plain) {
        return members(plain, Math.max(1, plain.length));
    }

    /** As members that hold so many bytes each. */
    static byte[] members(byte[] plain, int length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int from = 0; from < plain.length; from += length) {
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(plain, from, Math.min(length, plain.length - from));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
        return out.toByteArray();
    }
}
