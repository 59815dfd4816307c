package dev.newswire.cli.send;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Cuts a stream of lines into batches of whole lines, in memory for one batch. Not for several threads. */
final class LineBatches {
    /** Few enough that little is sent again after an interruption, many enough that the answers cost nothing. */
    private static final int MOST_LINES = 2_000;

    private static final int ENOUGH_BYTES = 4 * 1024 * 1024;
    private static final int LONGEST_LINE = 64 * 1024 * 1024;
    private static final int BUFFER_BYTES = 64 * 1024;

    /**
     * Some whole lines.
     *
     * @param bytes of the lines, line feeds included
     * @param linesBefore number of lines before the first one
     * @param lines number of lines, blank ones included
     * @param end offset behind the last one, in bytes of the stream
     * @param isBlank whether there is nothing in them
     */
    record Batch(byte[] bytes, long linesBefore, long lines, long end, boolean isBlank) {}

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int limit;
    private long offset;
    private long lines;

    /** @param in not closed here */
    LineBatches(InputStream in) {
        this.in = in;
    }

    /**
     * Skips what an earlier run has sent.
     *
     * @param offset where to go on, in bytes
     * @param lines number of lines before that
     */
    void skip(long offset, long lines) throws IOException {
        in.skipNBytes(offset);
        this.offset = offset;
        this.lines = lines;
    }

    /**
     * The next lines, or null at the end.
     *
     * @throws IOException if the stream breaks off, or a line is longer than 64 MiB
     */
    @Nullable
    Batch next() throws IOException {
        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        long before = lines;
        boolean isBlank = true;
        boolean isInLine = false;
        while (taken.size() < ENOUGH_BYTES || isInLine) {
            if (at == limit && !fill()) {
                break;
            }
            int feed = indexOfFeed();
            int stop = feed < 0 ? limit : feed + 1;
            isBlank &= isBlank(at, stop);
            taken.write(buffer, at, stop - at);
            isInLine = feed < 0;
            at = stop;
            lines += isInLine ? 0 : 1;
            if (isInLine && taken.size() > LONGEST_LINE) {
                throw new IOException("line " + (lines + 1) + " is longer than " + LONGEST_LINE + " bytes");
            }
            if (lines - before >= MOST_LINES) {
                break;
            }
        }
        lines += isInLine ? 1 : 0;
        offset += taken.size();
        return taken.size() == 0 ? null : new Batch(taken.toByteArray(), before, lines - before, offset, isBlank);
    }

    private boolean fill() throws IOException {
        at = 0;
        limit = Math.max(0, in.read(buffer));
        return limit > 0;
    }

    private int indexOfFeed() {
        for (int i = at; i < limit; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r' && buffer[i] != '\n') {
                return false;
            }
        }
        return true;
    }
}
