package dev.newswire.ingest.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a stream of any length line by line, in memory for one line of limited length. Not for several threads. */
public final class LineInput {

    /**
     * A line that is not blank.
     *
     * @param number from 1, blank lines counted
     * @param bytes without the line feed; only its first ones where it is too long
     * @param length of the whole line in bytes
     */
    public record Line(int number, byte[] bytes, long length) {

        /** Whether the line was cut. */
        public boolean isTooLong() {
            return length > bytes.length;
        }
    }

    private static final int BUFFER_BYTES = 64 * 1024;

    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int end;
    private int number;

    /**
     * @param in not closed here
     * @param limit longest line in bytes that is kept whole
     */
    public LineInput(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** The next line that is not blank, or null at the end. */
    public @Nullable Line next() throws IOException {
        while (true) {
            Line line = nextOfAnyKind();
            if (line == null || !isBlank(line.bytes())) {
                return line;
            }
        }
    }

    private @Nullable Line nextOfAnyKind() throws IOException {
        if (at == end && !fill()) {
            return null;
        }
        number++;
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        long length = 0;
        do {
            int feed = indexOfFeed();
            int stop = feed < 0 ? end : feed;
            kept.write(buffer, at, Math.min(stop - at, limit - kept.size()));
            length += stop - at;
            at = stop;
            if (feed >= 0) {
                at++;
                break;
            }
        } while (fill());
        return new Line(number, kept.toByteArray(), length);
    }

    private int indexOfFeed() {
        for (int i = at; i < end; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    private static boolean isBlank(byte[] bytes) {
        int start = startsWithMark(bytes) ? 3 : 0;
        for (byte b : Arrays.copyOfRange(bytes, start, Math.min(bytes.length, start + 64))) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return bytes.length <= start + 64;
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }
}
