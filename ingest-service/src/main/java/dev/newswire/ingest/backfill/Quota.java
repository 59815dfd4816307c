package dev.newswire.ingest.backfill;

import java.time.Duration;

/**
 * A token bucket (ITU-T I.371, generic cell rate algorithm) that holds what one second gives. Something larger than that
 * is let through when the bucket is full, and paid for afterwards. Not safe for use by several threads.
 */
final class Quota {

    private static final double NANOS = 1e9;

    private final double perSecond;
    private double tokens;
    private long at;

    /** A full bucket, at this moment in nanoseconds. */
    Quota(double perSecond, long now) {
        this.perSecond = perSecond;
        this.tokens = perSecond;
        this.at = now;
    }

    /** How long to wait, from now, until so many may pass. */
    Duration delay(double count, long now) {
        fill(now);
        double missing = Math.min(count, perSecond) - tokens;
        return missing <= 0 ? Duration.ZERO : Duration.ofNanos((long) Math.ceil(missing / perSecond * NANOS));
    }

    /** Takes so many. */
    void take(double count, long now) {
        fill(now);
        tokens -= count;
    }

    private void fill(long now) {
        tokens = Math.min(perSecond, tokens + (now - at) / NANOS * perSecond);
        at = now;
    }
}
