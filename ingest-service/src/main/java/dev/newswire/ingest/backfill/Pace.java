package dev.newswire.ingest.backfill;

import dev.newswire.ingest.intake.UnavailableException;
import java.time.Duration;

/**
 * Holds history back: by its quotas, and while live news is behind. It gives way above the threshold and goes on once the
 * live lane is down to half of it, so that the two do not take turns by the second. A lag that cannot be told counts as
 * too high, but is not waited for without end. Not safe for use by several threads.
 */
public final class Pace {

    /** Longer than brokers take to elect and to restart. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final BackfillSettings settings;
    private final LiveLane live;
    private final Ticker ticker;
    private final Quota articles;
    private final Quota bytes;
    private long lookAt;
    private boolean isUnknown;
    private long unknownSince;
    private boolean isPaused;
    private String reason = "";
    private long pausedNanos;

    /** Looks at this lane. */
    public Pace(BackfillSettings settings, LiveLane live, Ticker ticker) {
        this.settings = settings;
        this.live = live;
        this.ticker = ticker;
        long now = ticker.nanos();
        this.articles = new Quota(settings.articlesPerSecond(), now);
        this.bytes = new Quota(settings.bytesPerSecond(), now);
        this.lookAt = now;
    }

    /**
     * Waits until a document may be read.
     *
     * @param length in bytes
     * @param whileWaiting called now and then
     * @throws UnavailableException if nobody could tell for two minutes how far live news is behind
     */
    void await(long length, Runnable whileWaiting) throws InterruptedException {
        awaitLive(whileWaiting);
        Duration delay = longer(articles.delay(1, ticker.nanos()), bytes.delay(length, ticker.nanos()));
        while (!delay.isZero()) {
            ticker.sleep(shorter(delay, settings.lagInterval()));
            whileWaiting.run();
            awaitLive(whileWaiting);
            delay = longer(articles.delay(1, ticker.nanos()), bytes.delay(length, ticker.nanos()));
        }
        bytes.take(length, ticker.nanos());
    }

    /** Notes how many articles the document gave. */
    void took(int count) {
        articles.take(count, ticker.nanos());
    }

    /** Why history waits for live news at the moment, in a few words; empty where it does not. */
    public String reason() {
        return isPaused ? reason : "";
    }

    /** How long history has waited for live news in all. */
    public Duration paused() {
        return Duration.ofNanos(pausedNanos);
    }

    private void awaitLive(Runnable whileWaiting) throws InterruptedException {
        look();
        while (isPaused) {
            long begin = ticker.nanos();
            whileWaiting.run();
            ticker.sleep(settings.lagInterval());
            look();
            pausedNanos += ticker.nanos() - begin;
        }
    }

    private void look() {
        if (ticker.nanos() - lookAt < 0) {
            return;
        }
        lookAt = ticker.nanos() + settings.lagInterval().toNanos();
        try {
            long lag = live.lag();
            isUnknown = false;
            isPaused = lag > (isPaused ? settings.liveLagRecords() / 2 : settings.liveLagRecords());
            reason = "the live lane is " + lag + " events behind";
        } catch (UnavailableException unknown) {
            giveUpAfterPatience(unknown);
            isPaused = true;
            reason = String.valueOf(unknown.getMessage());
        }
    }

    private void giveUpAfterPatience(UnavailableException unknown) {
        if (!isUnknown) {
            isUnknown = true;
            unknownSince = ticker.nanos();
        }
        if (ticker.nanos() - unknownSince > PATIENCE.toNanos()) {
            throw new UnavailableException(
                    "Nobody could tell for " + PATIENCE.toMinutes() + " minutes how far live news is behind. What the"
                            + " broker has is noted: run the same command again once it answers",
                    unknown);
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
