package dev.newswire.ingest.fetch;

import java.time.Duration;

/**
 * What is left of the time that one fetch may take, over all of its redirects. Only requests use it up: waiting for a turn
 * with a host is politeness, not slowness of the host. For one thread.
 */
public final class TimeLeft {

    private long nanos;

    private TimeLeft(long nanos) {
        this.nanos = nanos;
    }

    /** All of it. */
    public static TimeLeft of(Duration total) {
        return new TimeLeft(total.toNanos());
    }

    /** In milliseconds, at least 1 where anything is left; 0 where nothing is. */
    long milliseconds() {
        return nanos <= 0 ? 0 : Math.max(1, Duration.ofNanos(nanos).toMillis());
    }

    void spend(long spent) {
        nanos -= spent;
    }
}
