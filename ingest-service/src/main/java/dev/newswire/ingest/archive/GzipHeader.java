package dev.newswire.ingest.archive;

import java.io.IOException;

/** The header of a gzip member (RFC 1952, section 2.3). */
final class GzipHeader {

    private static final int CHECKSUM = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;
    private static final int RESERVED = 0xE0;
    private static final int TIME_AND_SYSTEM = 6;
    private static final int LONGEST_TEXT = 64 * 1024;

    private GzipHeader() {}

    /** Passes the header; false if none is here, with the bytes somewhere within. */
    static boolean pass(FileBytes in) throws IOException {
        if (in.next() != 0x1F || in.next() != 0x8B || in.next() != 8) {
            return false;
        }
        int flags = in.next();
        if (flags < 0 || (flags & RESERVED) != 0 || !in.skip(TIME_AND_SYSTEM)) {
            return false;
        }
        return (is(flags, EXTRA) ? passExtra(in) : true)
                && (is(flags, NAME) ? passText(in) : true)
                && (is(flags, COMMENT) ? passText(in) : true)
                && (is(flags, CHECKSUM) ? in.skip(2) : true);
    }

    private static boolean is(int flags, int flag) {
        return (flags & flag) != 0;
    }

    private static boolean passExtra(FileBytes in) throws IOException {
        int low = in.next();
        int high = in.next();
        return high >= 0 && in.skip(low | high << 8);
    }

    private static boolean passText(FileBytes in) throws IOException {
        for (int i = 0; i < LONGEST_TEXT; i++) {
            int next = in.next();
            if (next <= 0) {
                return next == 0;
            }
        }
        return false;
    }
}
