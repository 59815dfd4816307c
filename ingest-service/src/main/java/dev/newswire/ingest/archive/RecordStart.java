package dev.newswire.ingest.archive;

import java.nio.charset.StandardCharsets;

/** How records begin. */
final class RecordStart {

    private static final byte[] WARC = "WARC/".getBytes(StandardCharsets.US_ASCII);

    private static final int LONGEST_SCHEME = 9;
    private static final int SHORTEST_TIME = 8;

    private RecordStart() {}

    /** Whether the bytes begin a WARC record. */
    static boolean isWarc(byte[] bytes, int from, int end) {
        if (end - from <= WARC.length) {
            return false;
        }
        for (int i = 0; i < WARC.length; i++) {
            if (bytes[from + i] != WARC[i]) {
                return false;
            }
        }
        return bytes[from + WARC.length] >= '0' && bytes[from + WARC.length] <= '9';
    }

    /**
     * Whether the line is the header of an ARC record (ARC file format, version 1): URL, address, time, media type,
     * length. The URL may hold spaces.
     */
    static boolean isArc(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
        if (!beginsWithScheme(bytes, bytes.length)) {
            return false;
        }
        int length = line.lastIndexOf(' ');
        int type = line.lastIndexOf(' ', length - 1);
        int time = line.lastIndexOf(' ', type - 1);
        int address = line.lastIndexOf(' ', time - 1);
        return address > 0 && length < line.length() - 1 && isTime(line, time + 1, type);
    }

    private static boolean isTime(String line, int from, int to) {
        return to - from >= SHORTEST_TIME && line.substring(from, to).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether so few bytes may begin a record of either format. */
    static boolean isLikely(byte[] bytes, int length) {
        return isWarc(bytes, 0, length) || beginsWithScheme(bytes, length);
    }

    private static boolean beginsWithScheme(byte[] bytes, int length) {
        int at = 0;
        while (at < Math.min(length, LONGEST_SCHEME) && bytes[at] >= 'a' && bytes[at] <= 'z') {
            at++;
        }
        return at >= 3 && at < length && bytes[at] == ':';
    }
}
