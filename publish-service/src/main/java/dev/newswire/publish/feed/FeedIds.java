package dev.newswire.publish.feed;

import java.util.regex.Pattern;

/** Names of the built-in feeds: a family, a slash and the id of what the feed is about. */
public final class FeedIds {
    /** The feed of everything. */
    public static final String LATEST = "latest";

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:._/-]{0,199}");

    private FeedIds() {}

    /** The feed of a publisher. */
    public static String source(String source) {
        return "source/" + source;
    }

    /** The feed of an entity. */
    public static String entity(String entityId) {
        return "entity/" + entityId;
    }

    /** The feed of a story. */
    public static String story(String storyId) {
        return "story/" + storyId;
    }

    /** What stands before the first slash: {@code latest}, {@code source}, {@code entity}, {@code story}. */
    public static String family(String feedId) {
        int slash = feedId.indexOf('/');
        return slash < 0 ? feedId : feedId.substring(0, slash);
    }

    /** Whether a name can be that of a feed at all. */
    public static boolean valid(String feedId) {
        return VALID.matcher(feedId).matches();
    }
}
