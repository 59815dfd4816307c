package dev.newswire.ingest.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where records begin and end in a window on an archive, and where the next may begin behind what is lost. */
final class RecordBounds {

    /** Enough to see that a WARC record begins, in bytes. */
    static final int LONGEST_START = 16;

    private static final int ARC_LINE_BYTES = 8 * 1024;

    private final Window window;
    private boolean isArc;

    RecordBounds(Window window) {
        this.window = window;
    }

    /** Whether records of ARC are looked for as well, as in an archive that has one. */
    void expectArc(boolean isExpected) {
        isArc = isExpected;
    }

    /** Moves over line ends; false at the end of the archive. */
    boolean passLineEnds() throws IOException {
        while (window.ensure(1)) {
            if (!isLineEnd(window.at(0))) {
                return true;
            }
            window.pass(1);
        }
        return false;
    }

    /** Whether behind line ends only a record, a member or the end of the archive follows. */
    boolean leadsToNext(int from) throws IOException {
        int index = from;
        while (window.ensure(index + 1) && isLineEnd(window.at(index))) {
            index++;
        }
        window.ensure(index + (isArc ? ARC_LINE_BYTES : LONGEST_START));
        if (index >= window.length() || window.isWarcAt(index) || window.unbroken(index, index + 1) == index) {
            return true;
        }
        String line = isArc ? line(index) : null;
        return window.isMemberAt(index) || (line != null && RecordStart.isArc(line));
    }

    /** Moves to where the next record may begin, at this index or behind it, or to the end of the archive. */
    void passToNext(int from) throws IOException {
        window.pass(Math.min(from, window.length()));
        while (window.ensure(1) && !isStart()) {
            passLine();
        }
    }

    /** Where the empty line that ends a header ends, or -1 where none does within so many bytes. */
    int headerEnd(int limit) {
        int end = window.unbroken(1, Math.min(limit, window.length()));
        for (int index = 1; index < end; index++) {
            boolean isEmpty = window.at(index) == '\n'
                    && (window.at(index - 1) == '\n'
                            || (index > 2 && window.at(index - 1) == '\r' && window.at(index - 2) == '\n'));
            if (isEmpty) {
                return index + 1;
            }
        }
        return -1;
    }

    /** The line that begins at the index, without its end; null where it is longer than the header of an ARC record. */
    @Nullable
    String line(int from) {
        int end = Math.min(window.length(), from + ARC_LINE_BYTES);
        for (int index = from; index < end; index++) {
            if (window.at(index) == '\n') {
                return text(from, index);
            }
        }
        return null;
    }

    /** The bytes as text, whatever they are. */
    String text(int from, int to) {
        return new String(window.copy(from, to), StandardCharsets.ISO_8859_1);
    }

    private boolean isStart() throws IOException {
        window.ensure(isArc ? ARC_LINE_BYTES : LONGEST_START);
        if (window.isWarcAt(0)) {
            return true;
        }
        String line = isArc ? line(0) : null;
        return line != null && RecordStart.isArc(line);
    }

    /** Moves behind the end of the line, or to where a member begins. Where the view ends, which is chance, nothing does. */
    private void passLine() throws IOException {
        boolean isWithinLine = true;
        while (isWithinLine && window.ensure(1)) {
            int step = lineLength();
            boolean isCutByView = step == window.length() && window.at(step - 1) != '\n';
            window.pass(step);
            isWithinLine = isCutByView && window.ensure(1) && !window.isMemberAt(0);
        }
    }

    /** Up to and with the end of the line, or to where a member begins, as far as that is in view. */
    private int lineLength() {
        int end = window.length();
        for (int index = 0; index < end; index++) {
            if (window.at(index) == '\n') {
                return Math.max(1, window.unbroken(1, index + 1));
            }
        }
        return Math.max(1, window.unbroken(1, end));
    }

    private static boolean isLineEnd(byte b) {
        return b == '\r' || b == '\n';
    }
}
