package dev.newswire.publish.http;

import dev.newswire.publish.read.FeedInfo;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Feeds as they were a moment ago: one that many ask for at once is read once for all of them. For most answers, of 304
 * above all, reading it is most of the work.
 */
final class KnownFeeds {
    private static final int MOST = 1_000;

    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Function<String, Optional<FeedInfo>> read;
    private final long freshNanos;
    private final LongSupplier nanoTime;

    /**
     * @param read reads a feed by its id; empty where there is none
     * @param fresh how long what was read stands for the feed; zero for not at all
     * @param nanoTime a clock that only goes forward
     */
    KnownFeeds(Function<String, Optional<FeedInfo>> read, Duration fresh, LongSupplier nanoTime) {
        this.read = read;
        this.freshNanos = fresh.toNanos();
        this.nanoTime = nanoTime;
    }

    private record Known(FeedInfo feed, long since) {}

    /** A feed by its id; empty where there is none, which is never remembered. */
    Optional<FeedInfo> find(String feedId) {
        // Before reading: what changes meanwhile is not taken for younger than it is.
        long now = nanoTime.getAsLong();
        Known last = known.get(feedId);
        if (last != null && now - last.since() < freshNanos) {
            return Optional.of(last.feed());
        }
        Optional<FeedInfo> found = read.apply(feedId);
        if (known.size() >= MOST) {
            known.clear();
        }
        found.ifPresentOrElse(feed -> known.put(feedId, new Known(feed, now)), () -> known.remove(feedId));
        return found;
    }
}
