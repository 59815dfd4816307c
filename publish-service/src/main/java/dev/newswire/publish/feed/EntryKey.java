package dev.newswire.publish.feed;

import java.util.HexFormat;

/**
 * Keys of the store of entries: feedId, NUL, how far before the end of time it sorts in 16 hexadecimal digits, NUL,
 * articleId. A scan by prefix gives a feed's entries newest first; equal times by articleId.
 */
public final class EntryKey {
    private static final char SEPARATOR = '\0';
    private static final int TIME_DIGITS = 16;

    private EntryKey() {}

    /** The key of an entry that sorts at an instant in epoch milliseconds. */
    public static String of(String feedId, long sortAt, String articleId) {
        return prefix(feedId) + HexFormat.of().toHexDigits(Long.MAX_VALUE - sortAt) + SEPARATOR + articleId;
    }

    /** What the keys of all entries of a feed start with. */
    public static String prefix(String feedId) {
        return feedId + SEPARATOR;
    }

    /** A key behind all entries of a feed and before those of any other. */
    public static String end(String feedId) {
        return feedId + (char) (SEPARATOR + 1);
    }

    /** The article that a key is about. */
    public static String articleId(String key) {
        return key.substring(key.indexOf(SEPARATOR) + TIME_DIGITS + 2);
    }
}
