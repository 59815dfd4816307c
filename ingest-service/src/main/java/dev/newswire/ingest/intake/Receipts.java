package dev.newswire.ingest.intake;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Times of receipt in whole milliseconds such that no two events of one article share one: where nothing else tells, the
 * later one counts, and a fast sender puts several into one millisecond. Safe for use by several threads.
 */
final class Receipts {

    /** Times that do not run forward, as of a backlog in several partitions, would fill memory else. */
    private static final int MOST_REMEMBERED = 100_000;

    private final Map<String, Long> latest = new HashMap<>();
    private long current;

    /** The time, or the first one after it that is free for this article. */
    synchronized Instant assign(String articleId, Instant receivedAt) {
        long now = receivedAt.toEpochMilli();
        if (now > current) {
            current = now;
            latest.values().removeIf(time -> time < now);
        }
        long free = Math.max(now, latest.getOrDefault(articleId, Long.MIN_VALUE) + 1);
        if (latest.size() >= MOST_REMEMBERED) {
            latest.clear();
        }
        latest.put(articleId, free);
        return Instant.ofEpochMilli(free);
    }
}
