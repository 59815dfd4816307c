package dev.newswire.ingest.encoding;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Counts the coded bytes, and remembers a failure of the network, which a decoder may report as one of its own. */
final class CountedInput extends FilterInputStream {

    private long count;
    private @Nullable IOException failure;

    CountedInput(InputStream in) {
        super(in);
    }

    long count() {
        return count;
    }

    @Nullable
    IOException failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            int read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}
