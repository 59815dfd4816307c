package dev.newswire.ingest.source;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Passes a page on while its tags are counted, and ends it where there are too many. */
final class TagLimit extends FilterReader {

    private final int most;
    private int tags;
    private boolean isAfterBracket;

    TagLimit(Reader page, int most) {
        super(page);
        this.most = most;
    }

    /** Whether the page was ended before its time. */
    boolean isExceeded() {
        return tags > most;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = isExceeded() ? -1 : super.read(buffer, offset, length);
        for (int i = offset; i < offset + read; i++) {
            char c = buffer[i];
            if (isAfterBracket && isLetter(c)) {
                tags++;
            }
            isAfterBracket = c == '<';
        }
        return read;
    }

    private static boolean isLetter(char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
    }
}
