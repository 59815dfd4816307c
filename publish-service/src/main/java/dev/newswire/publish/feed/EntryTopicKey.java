package dev.newswire.publish.feed;

/** Keys of the topic of entries: feedId, a vertical bar, articleId. Neither of the two contains a bar. */
public final class EntryTopicKey {
    private static final char SEPARATOR = '|';

    private EntryTopicKey() {}

    /** The key of an article's entry in a feed. */
    public static String of(String feedId, String articleId) {
        return feedId + SEPARATOR + articleId;
    }

    /** The feed that a key is about. */
    public static String feedId(String key) {
        return key.substring(0, key.lastIndexOf(SEPARATOR));
    }

    /** The article that a key is about. */
    public static String articleId(String key) {
        return key.substring(key.lastIndexOf(SEPARATOR) + 1);
    }
}
