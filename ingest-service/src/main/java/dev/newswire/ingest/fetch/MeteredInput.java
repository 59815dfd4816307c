package dev.newswire.ingest.fetch;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Counts what comes over the wire, and ends what is too long or too slow. */
final class MeteredInput extends FilterInputStream {

    private static final double NANOS_PER_SECOND = 1e9;

    private final FetchLimits limits;
    private final LongSupplier nanoTime;
    private final long startedAt;
    private long count;

    /** @param nanoTime of a clock that never goes back */
    MeteredInput(InputStream in, FetchLimits limits, LongSupplier nanoTime) {
        super(in);
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.startedAt = nanoTime.getAsLong();
    }

    /** Bytes so far. */
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = readWire(buffer, offset, length);
        if (read > 0) {
            count += read;
            checkSize();
            checkRate();
        }
        return read;
    }

    /** A wire that ends too early must not look like compressed data that does. */
    private int readWire(byte[] buffer, int offset, int length) throws IOException {
        try {
            return in.read(buffer, offset, length);
        } catch (EOFException e) {
            throw new IOException(e);
        }
    }

    private void checkSize() throws LimitException {
        if (count > limits.bodyBytes()) {
            throw new LimitException(Failure.LARGE, "the answer has more than " + limits.bodyBytes() + " bytes");
        }
    }

    private void checkRate() throws LimitException {
        long elapsed = nanoTime.getAsLong() - startedAt;
        double least = limits.minimumBytesPerSecond() * (elapsed / NANOS_PER_SECOND);
        if (elapsed > limits.grace().toNanos() && count < least) {
            throw new LimitException(
                    Failure.SLOW,
                    "the answer comes at less than " + limits.minimumBytesPerSecond() + " bytes per second");
        }
    }

    /** Carries a limit through code that knows only I/O. */
    static final class LimitException extends IOException {
        private static final long serialVersionUID = 1L;
        private final Failure failure;

        LimitException(Failure failure, String reason) {
            super(reason);
            this.failure = failure;
        }

        FetchException toFetchException() {
            return new FetchException(failure, String.valueOf(getMessage()));
        }
    }
}
