package dev.newswire.publish.read;

import dev.newswire.schema.internal.Departure;
import dev.newswire.schema.internal.FeedDepartures;
import dev.newswire.schema.internal.FeedSettings;
import dev.newswire.schema.internal.FeedState;
import java.time.Instant;
import java.util.Comparator;

/**
 * A feed without its entries.
 *
 * @param feedId its name
 * @param title for readers
 * @param size number of entries
 * @param updatedAt when it last changed
 * @param changes how often it changed
 */
public record FeedInfo(String feedId, String title, int size, Instant updatedAt, long changes) {
    /** The largest first, then by name. */
    public static final Comparator<FeedInfo> LARGEST_FIRST =
            Comparator.comparingInt(FeedInfo::size).reversed().thenComparing(FeedInfo::feedId);

    /** Whether a feed is there for readers: one with entries, or a defined one, which may have none. */
    static boolean exists(FeedState state) {
        FeedSettings settings = state.getSettings();
        return state.getSize() > 0 || (settings != null && !settings.getRemoved());
    }

    /** A feed as it is remembered. */
    static FeedInfo of(String feedId, FeedState state) {
        return new FeedInfo(feedId, state.getTitle(), state.getSize(), state.getUpdatedAt(), state.getChanges());
    }

    /** A feed that has no entries left. */
    static FeedInfo of(String feedId, FeedDepartures left) {
        Instant last = left.getNewest().stream()
                .map(Departure::getAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return new FeedInfo(feedId, left.getTitle(), 0, last, left.getNewest().size());
    }

    /** A feed that has no entries yet. */
    public static FeedInfo empty(String feedId, String title) {
        return new FeedInfo(feedId, title, 0, Instant.EPOCH, 0);
    }

    /** Different whenever the feed reads differently. */
    public String version() {
        return Long.toString(updatedAt.toEpochMilli(), Character.MAX_RADIX)
                + "-"
                + Long.toString(changes, Character.MAX_RADIX);
    }
}
