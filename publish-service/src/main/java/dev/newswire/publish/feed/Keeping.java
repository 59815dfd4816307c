package dev.newswire.publish.feed;

import dev.newswire.schema.DuplicatePolicy;
import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.FeedOrder;
import dev.newswire.schema.StoryPolicy;
import dev.newswire.schema.internal.FeedSettings;
import java.time.Duration;
import java.time.Instant;

/**
 * How a feed is kept.
 *
 * @param limit most entries
 * @param maximumAge entries that sort further back leave; zero for never
 * @param duplicates what happens to copies
 * @param stories what happens to articles of one story
 * @param order what it is ordered by
 */
public record Keeping(
        int limit, Duration maximumAge, DuplicatePolicy duplicates, StoryPolicy stories, FeedOrder order) {
    static Keeping of(FeedSettings settings) {
        return new Keeping(
                settings.getLimit(),
                Duration.ofSeconds(settings.getMaximumAgeSeconds()),
                settings.getDuplicates(),
                settings.getStories(),
                settings.getOrder());
    }

    /** Whether an entry may stand for several articles. */
    boolean groups() {
        return duplicates == DuplicatePolicy.COLLAPSE || stories != StoryPolicy.EVERY;
    }

    /** Whether entries of a feed that was kept so stand where they belong. */
    boolean isLike(Keeping other) {
        return duplicates == other.duplicates && stories == other.stories && order == other.order;
    }

    /** The entry in its place: as it comes it sorts by publication. */
    FeedEntry place(FeedEntry entry) {
        Instant sortAt = sortAt(entry);
        return sortAt.equals(entry.getSortAt())
                ? entry
                : FeedEntry.newBuilder(entry).setSortAt(sortAt).build();
    }

    private Instant sortAt(FeedEntry entry) {
        Instant publishedAt = entry.getPublishedAt();
        return order == FeedOrder.RECEIVED || publishedAt == null ? entry.getFirstReceivedAt() : publishedAt;
    }

    /** What sorts before this instant is too old; the beginning of time where nothing is. */
    Instant oldest(Instant now) {
        return maximumAge.isZero() ? Instant.MIN : now.minus(maximumAge);
    }
}
