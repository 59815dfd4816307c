package dev.newswire.publish.feed;

/** Keys of the stores of groups: feedId, what is named, articleId, with NUL between them. */
public final class GroupKey {
    private static final char SEPARATOR = '\0';

    private GroupKey() {}

    /** The key of an article of a feed. */
    public static String of(String feedId, String articleId) {
        return prefix(feedId) + articleId;
    }

    /** The key of an article of a feed that names something. */
    public static String of(String feedId, String named, String articleId) {
        return prefix(feedId, named) + articleId;
    }

    /** What the keys of all articles of a feed start with. */
    public static String prefix(String feedId) {
        return feedId + SEPARATOR;
    }

    /** What the keys of all articles start with that name something. */
    public static String prefix(String feedId, String named) {
        return feedId + SEPARATOR + named + SEPARATOR;
    }

    /** The article of a key. */
    public static String last(String key) {
        return key.substring(key.lastIndexOf(SEPARATOR) + 1);
    }
}
