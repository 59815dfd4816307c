package dev.newswire.publish.feed;

import java.util.regex.Pattern;

/** Names of feeds. The built-in ones have a family, a slash and the id of what they are about; the defined ones no slash. */
public final class FeedIds {
    /** The feed of everything. */
    public static final String LATEST = "latest";

    /** The family of the feeds that operators define. */
    public static final String DEFINED = "defined";

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

    /** {@code latest}, {@code source}, {@code entity} or {@code story}; {@code defined} for all others. */
    public static String family(String feedId) {
        int slash = feedId.indexOf('/');
        if (slash >= 0) {
            return feedId.substring(0, slash);
        }
        return feedId.equals(LATEST) ? LATEST : DEFINED;
    }

    /** Whether a name can be that of a feed at all. */
    public static boolean valid(String feedId) {
        return VALID.matcher(feedId).matches();
    }
}
