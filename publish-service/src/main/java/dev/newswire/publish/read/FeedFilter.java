package dev.newswire.publish.read;

import dev.newswire.publish.feed.FeedIds;
import java.util.Locale;

/**
 * Which feeds to list.
 *
 * @param words what the title or name contains, in any case; empty for all
 * @param family {@code source}, {@code entity}, {@code story}, {@code latest}; empty for all
 * @param limit most feeds to list, 1 to {@link #MAX_LIMIT}
 */
public record FeedFilter(String words, String family, int limit) {
    /** Most feeds in one answer. */
    public static final int MAX_LIMIT = 1000;

    /** A filter that lets no more through than is good for memory. */
    public FeedFilter {
        words = words.strip().toLowerCase(Locale.ROOT);
        limit = Math.min(Math.max(limit, 1), MAX_LIMIT);
    }

    /** Whether a feed passes. */
    public boolean accepts(FeedInfo feed) {
        if (!family.isEmpty() && !FeedIds.family(feed.feedId()).equals(family)) {
            return false;
        }
        return words.isEmpty()
                || feed.title().toLowerCase(Locale.ROOT).contains(words)
                || feed.feedId().toLowerCase(Locale.ROOT).contains(words);
    }
}
