package dev.newswire.publish.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Feeds that wait for their snapshot: each at most once in an interval, those that lost an entry before others, then
 * whoever has waited longest.
 */
public final class SnapshotQueue {
    private final Duration interval;
    private final Lane urgent = new Lane();
    private final Lane patient = new Lane();

    /** @param interval least time between two snapshots of a feed */
    public SnapshotQueue(Duration interval) {
        this.interval = interval;
    }

    /**
     * Notes that a feed needs a snapshot.
     *
     * @param last when its last snapshot was made
     */
    public void add(String feedId, Instant last, boolean isUrgent) {
        Waiting waiting = new Waiting(last.plus(interval), feedId);
        if (isUrgent) {
            patient.remove(feedId);
            urgent.add(waiting);
            return;
        }
        if (!urgent.contains(feedId)) {
            patient.add(waiting);
        }
    }

    /** Takes the next feed whose time has come; null where there is none. */
    public @Nullable String next(Instant now) {
        String feedId = urgent.next(now);
        return feedId == null ? patient.next(now) : feedId;
    }

    private record Waiting(Instant due, String feedId) {}

    /** Feeds by the time that they are due. */
    private static final class Lane {
        private final TreeSet<Waiting> order =
                new TreeSet<>(Comparator.comparing(Waiting::due).thenComparing(Waiting::feedId));
        private final Map<String, Waiting> feeds = new HashMap<>();

        boolean contains(String feedId) {
            return feeds.containsKey(feedId);
        }

        void add(Waiting waiting) {
            if (feeds.putIfAbsent(waiting.feedId(), waiting) == null) {
                order.add(waiting);
            }
        }

        void remove(String feedId) {
            Waiting waiting = feeds.remove(feedId);
            if (waiting != null) {
                order.remove(waiting);
            }
        }

        @Nullable
        String next(Instant now) {
            if (order.isEmpty() || order.first().due().isAfter(now)) {
                return null;
            }
            String feedId = order.first().feedId();
            remove(feedId);
            return feedId;
        }
    }
}
