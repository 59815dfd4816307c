package dev.newswire.platform.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keys that wait until something is written of them: each at most once in an interval, the urgent before others, then
 * whoever has waited longest.
 */
public final class TurnQueue {
    private final Duration interval;
    private final Lane urgent = new Lane();
    private final Lane patient = new Lane();

    /** @param interval least time between two turns of a key */
    public TurnQueue(Duration interval) {
        this.interval = interval;
    }

    /**
     * Notes that a key needs a turn; one that waits already keeps its place, unless it has become urgent.
     *
     * @param last when it had its last turn
     */
    public void add(String key, Instant last, boolean isUrgent) {
        Waiting waiting = new Waiting(last.plus(interval), key);
        if (isUrgent) {
            patient.remove(key);
            urgent.add(waiting);
            return;
        }
        if (!urgent.contains(key)) {
            patient.add(waiting);
        }
    }

    /** Takes the next key whose time has come; null where there is none. */
    public @Nullable String next(Instant now) {
        String key = urgent.next(now);
        return key == null ? patient.next(now) : key;
    }

    private record Waiting(Instant due, String key) {}

    /** Keys by the time that they are due. */
    private static final class Lane {
        private final TreeSet<Waiting> order =
                new TreeSet<>(Comparator.comparing(Waiting::due).thenComparing(Waiting::key));
        private final Map<String, Waiting> keys = new HashMap<>();

        boolean contains(String key) {
            return keys.containsKey(key);
        }

        void add(Waiting waiting) {
            if (keys.putIfAbsent(waiting.key(), waiting) == null) {
                order.add(waiting);
            }
        }

        void remove(String key) {
            Waiting waiting = keys.remove(key);
            if (waiting != null) {
                order.remove(waiting);
            }
        }

        @Nullable
        String next(Instant now) {
            if (order.isEmpty() || order.first().due().isAfter(now)) {
                return null;
            }
            String key = order.first().key();
            remove(key);
            return key;
        }
    }
}
