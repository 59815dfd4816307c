package dev.newswire.publish.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Feeds that wait for their snapshot: each at most once in an interval, those that lost an entry before others. */
public final class SnapshotQueue {
    private final Duration interval;
    private final Map<String, Instant> urgent = new LinkedHashMap<>();
    private final Map<String, Instant> patient = new LinkedHashMap<>();

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
        Instant due = last.plus(interval);
        if (isUrgent) {
            patient.remove(feedId);
            urgent.putIfAbsent(feedId, due);
            return;
        }
        if (!urgent.containsKey(feedId)) {
            patient.putIfAbsent(feedId, due);
        }
    }

    /** Takes the feeds whose time has come, at most {@code limit}. */
    public List<String> take(Instant now, int limit) {
        List<String> due = new ArrayList<>();
        take(urgent, now, limit, due);
        take(patient, now, limit, due);
        return due;
    }

    private static void take(Map<String, Instant> waiting, Instant now, int limit, List<String> due) {
        for (Iterator<Map.Entry<String, Instant>> i = waiting.entrySet().iterator();
                i.hasNext() && due.size() < limit; ) {
            Map.Entry<String, Instant> feed = i.next();
            if (!feed.getValue().isAfter(now)) {
                due.add(feed.getKey());
                i.remove();
            }
        }
    }
}
