package dev.newswire.publish.read;

import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.internal.Departure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a feed, as one document shows it.
 *
 * @param feed the feed
 * @param entries of this part, newest first
 * @param behind the place that this part follows; null for the newest part
 * @param next the place behind which the next part begins; null for the last
 * @param limit most entries of a part
 * @param departures entries that left the feed lately, newest first; with the newest part only
 */
public record FeedPart(
        FeedInfo feed,
        List<FeedEntry> entries,
        @Nullable EntryCursor behind,
        @Nullable EntryCursor next,
        int limit,
        List<Departure> departures) {
    /** The newest part of a feed that has no other, of which nothing is known to have left. */
    public static FeedPart whole(FeedInfo feed, List<FeedEntry> entries) {
        return new FeedPart(feed, entries, null, null, Math.max(1, entries.size()), List.of());
    }
}
