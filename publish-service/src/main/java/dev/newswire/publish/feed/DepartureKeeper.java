package dev.newswire.publish.feed;

import dev.newswire.schema.internal.Departure;
import dev.newswire.schema.internal.FeedDepartures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps which entries left a feed, so that readers who come now and then learn of it.
 *
 * @param retention how long
 */
public record DepartureKeeper(Duration retention) {
    /** Most of a feed. */
    static final int MOST = 100;

    /** What is known after an entry left. */
    public FeedDepartures left(@Nullable FeedDepartures known, String title, String articleId, Instant at) {
        List<Departure> newest = without(known, articleId);
        newest.add(new Departure(articleId, at));
        newest.sort((one, other) -> other.getAt().compareTo(one.getAt()));
        return new FeedDepartures(title, newest.subList(0, Math.min(MOST, newest.size())));
    }

    /** What is known after an entry came, perhaps once more; null for nothing. */
    public @Nullable FeedDepartures came(FeedDepartures known, String articleId) {
        List<Departure> others = without(known, articleId);
        return others.isEmpty() ? null : new FeedDepartures(known.getTitle(), others);
    }

    /** What is left of it after some time; null for nothing. */
    public @Nullable FeedDepartures at(FeedDepartures known, Instant now) {
        Instant oldest = now.minus(retention);
        List<Departure> kept = known.getNewest().stream()
                .filter(departure -> !departure.getAt().isBefore(oldest))
                .toList();
        return kept.isEmpty() ? null : new FeedDepartures(known.getTitle(), kept);
    }

    private static List<Departure> without(@Nullable FeedDepartures known, String articleId) {
        List<Departure> others = new ArrayList<>(known == null ? List.of() : known.getNewest());
        others.removeIf(departure -> departure.getArticleId().equals(articleId));
        return others;
    }
}
