package dev.newswire.publish.feed;

import dev.newswire.schema.DuplicatePolicy;
import dev.newswire.schema.FeedOrder;
import dev.newswire.schema.StoryPolicy;
import dev.newswire.schema.internal.FeedSettings;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How feeds are kept whose definition says nothing of it, as no built-in feed has one.
 *
 * @param limit most entries of a built-in feed, at least 1
 * @param collapsed families of built-in feeds that show copies under their original
 */
public record KeepingRules(int limit, Set<String> collapsed) {
    /** How a feed is kept; {@code settings} is null where nobody has defined it. */
    Keeping of(String feedId, @Nullable FeedSettings settings) {
        if (settings != null) {
            return Keeping.of(settings);
        }
        DuplicatePolicy duplicates =
                collapsed.contains(FeedIds.family(feedId)) ? DuplicatePolicy.COLLAPSE : DuplicatePolicy.KEEP;
        return new Keeping(limit, Duration.ZERO, duplicates, StoryPolicy.EVERY, FeedOrder.PUBLISHED);
    }
}
