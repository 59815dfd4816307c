package dev.newswire.publish.feed;

import java.time.Instant;
import java.util.HexFormat;

/** Keys of the store of embargoes: the end in epoch milliseconds as 16 hexadecimal digits, NUL, articleId. */
public final class EmbargoKey {
    private static final char SEPARATOR = '\0';
    private static final int TIME_DIGITS = 16;

    private EmbargoKey() {}

    /** The key of an embargo; one that ended before 1970 sorts as if it ended then. */
    public static String of(Instant until, String articleId) {
        return time(until) + SEPARATOR + articleId;
    }

    /** A key behind those of all embargoes that end at or before an instant, and before all later ones. */
    public static String end(Instant until) {
        return time(until) + (char) (SEPARATOR + 1);
    }

    /** The article that a key is about. */
    public static String articleId(String key) {
        return key.substring(TIME_DIGITS + 1);
    }

    private static String time(Instant until) {
        return HexFormat.of().toHexDigits(Math.max(0, until.toEpochMilli()));
    }
}
