package dev.newswire.ingest.access;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * So many articles a second for each token, with a burst (a token bucket). What a request turns out to hold is counted as
 * it is read. Safe for use by several
 * threads; memory grows with the number of tokens only.
 */
public final class RateLimit {

    /** No limit. */
    public static final RateLimit NONE = new RateLimit(0, 1, System::nanoTime);

    private static final double NANOS = 1e9;

    private static final class Bucket {
        private double level;
        private long filledAt;

        Bucket(double level, long filledAt) {
            this.level = level;
            this.filledAt = filledAt;
        }
    }

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final double perSecond;
    private final double burst;
    private final LongSupplier nanoTime;

    /**
     * @param perSecond articles a second; 0 for any number
     * @param burst articles that may come at once after a pause, at least 1
     * @param nanoTime a clock that only goes forward
     */
    public RateLimit(double perSecond, double burst, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanoTime = nanoTime;
    }

    /** Seconds until this sender may send one more article, 0 for now. */
    public double secondsToWait(Grant sender) {
        return perSecond == 0 ? 0 : Math.max(0, (1 - change(sender, 0)) / perSecond);
    }

    /**
     * Counts one article of a sender; sleeps while more have come than may: a stream is slowed down and not broken off.
     *
     * @throws InterruptedException if the service is stopping
     */
    public void take(Grant sender) throws InterruptedException {
        if (perSecond == 0) {
            return;
        }
        double level = change(sender, 1);
        if (level < 0) {
            TimeUnit.NANOSECONDS.sleep((long) (-level / perSecond * NANOS));
        }
    }

    private double change(Grant sender, int articles) {
        long now = nanoTime.getAsLong();
        Bucket bucket = buckets.computeIfAbsent(sender.name(), name -> new Bucket(burst, now));
        synchronized (bucket) {
            double earned = Math.max(0, now - bucket.filledAt) / NANOS * perSecond;
            bucket.level = Math.min(burst, bucket.level + earned) - articles;
            bucket.filledAt = now;
            return bucket.level;
        }
    }
}
