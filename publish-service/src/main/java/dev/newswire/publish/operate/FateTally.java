package dev.newswire.publish.operate;

import dev.newswire.schema.ArticleFate;
import dev.newswire.schema.Fate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Fates of the last hour by the minute, and what was quarantined last. May be used by several threads. */
public final class FateTally {
    /** Minutes that are kept. */
    public static final int MINUTES = 60;

    private static final int QUARANTINED = 20;

    private final TreeMap<Long, Map<Fate, Integer>> byMinute = new TreeMap<>();
    private final Deque<ArticleFate> quarantined = new ArrayDeque<>();

    /** Counts a fate; those that are older than what is kept by the newest count no more. */
    public synchronized void add(ArticleFate fate) {
        byMinute.computeIfAbsent(minute(fate.getDecidedAt()), any -> new EnumMap<>(Fate.class))
                .merge(fate.getFate(), 1, Integer::sum);
        while (byMinute.size() > 1 && byMinute.firstKey() <= byMinute.lastKey() - MINUTES) {
            byMinute.pollFirstEntry();
        }
        if (fate.getFate() == Fate.QUARANTINED) {
            quarantined.addFirst(fate);
            if (quarantined.size() > QUARANTINED) {
                quarantined.removeLast();
            }
        }
    }

    /**
     * How often a fate was met in each of the last {@link #MINUTES} minutes, the latest at the end.
     *
     * @param now in the last of them
     */
    public synchronized List<Integer> perMinute(Fate fate, Instant now) {
        List<Integer> counts = new ArrayList<>(MINUTES);
        for (long minute = minute(now) - MINUTES + 1; minute <= minute(now); minute++) {
            counts.add(byMinute.getOrDefault(minute, Map.of()).getOrDefault(fate, 0));
        }
        return counts;
    }

    /** What was quarantined last, the latest first. */
    public synchronized List<ArticleFate> quarantined() {
        return List.copyOf(quarantined);
    }

    private static long minute(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), Duration.ofMinutes(1).toSeconds());
    }
}
