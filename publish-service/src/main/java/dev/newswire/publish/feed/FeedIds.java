package dev.newswire.publish.feed;

import java.util.Set;
import java.util.regex.Pattern;

/** Names of feeds. The built-in ones have a family, a slash and the id of what they are about; the defined ones no slash. */
public final class FeedIds {
    /** The feed of everything. */
    public static final String LATEST = "latest";

    /** The family of the feeds that operators define. */
    public static final String DEFINED = "defined";

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:._/-]{0,199}");

    /** Names that no definition may take: built-in feeds and families, and what stands under the same addresses. */
    private static final Set<String> RESERVED = Set.of(LATEST, "source", "entity", "story", "language", DEFINED);

    private static final Pattern DEFINABLE = Pattern.compile("[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?");

    private FeedIds() {}

    /** The feed of a publisher. */
    public static String source(String source) {
        return "source/" + source;
    }

    /** The feed of a language. @param code ISO 639, two or three letters in lower case */
    public static String language(String code) {
        return "language/" + code;
    }

    /** The feed of an entity. */
    public static String entity(String entityId) {
        return "entity/" + entityId;
    }

    /** The feed of a story. */
    public static String story(String storyId) {
        return "story/" + storyId;
    }

    /** {@code latest}, {@code source}, {@code language}, {@code entity} or {@code story}; {@code defined} for all others. */
    public static String family(String feedId) {
        int slash = feedId.indexOf('/');
        if (slash >= 0) {
            return feedId.substring(0, slash);
        }
        return feedId.equals(LATEST) ? LATEST : DEFINED;
    }

    /** Whether a name is, or begins like, that of a built-in feed. */
    public static boolean isBuiltIn(String feedId) {
        return RESERVED.contains(feedId) || feedId.indexOf('/') >= 0 && RESERVED.contains(family(feedId));
    }

    /** Whether an operator may give a feed this name. */
    public static boolean isDefinable(String feedId) {
        return DEFINABLE.matcher(feedId).matches() && !RESERVED.contains(feedId);
    }

    /** Whether a name can be that of a feed at all. */
    public static boolean valid(String feedId) {
        return VALID.matcher(feedId).matches();
    }
}
