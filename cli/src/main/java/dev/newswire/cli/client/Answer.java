package dev.newswire.cli.client;

import java.time.Duration;
import java.util.Set;

/**
 * What the ingest service answered.
 *
 * @param status of HTTP
 * @param retryAfter how long it asks to wait; zero where it does not say
 * @param result what became of the articles
 */
public record Answer(int status, Duration retryAfter, SendResult result) {
    private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);

    /** Whether the same request may succeed later. */
    public boolean isPassing() {
        return PASSING.contains(status);
    }

    /** Whether the service does not let us in. */
    public boolean isDenied() {
        return status == 401 || status == 403;
    }
}
