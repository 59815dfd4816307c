package dev.newswire.cli.reenrich;

import dev.newswire.ingest.backfill.LiveLane;
import dev.newswire.ingest.backfill.Ticker;
import dev.newswire.ingest.intake.UnavailableException;
import java.time.Duration;

/** Keeps a run to a rate, and has it wait while live news is behind. For one thread. */
public final class Throttle {
    private static final long SECOND = 1_000_000_000L;
    /** Longer than brokers take to elect and to restart. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final LiveLane live;
    private final Ticker ticker;
    private final long mostBehind;
    private final long intervalNanos;
    private long nextAt;
    private long lookAt;
    private boolean isUnknown;
    private long unknownSince;
    private boolean isWaiting;

    /**
     * @param live is looked at once a second
     * @param articlesPerSecond most articles, 1 or more
     * @param mostBehind the run waits while live news is further behind, in events
     */
    public Throttle(LiveLane live, Ticker ticker, int articlesPerSecond, long mostBehind) {
        this.live = live;
        this.ticker = ticker;
        this.mostBehind = mostBehind;
        this.intervalNanos = SECOND / articlesPerSecond;
        this.nextAt = ticker.nanos();
        this.lookAt = nextAt;
    }

    /**
     * Waits until one more article may be sent.
     *
     * @throws UnavailableException if nobody could tell for two minutes how far live news is behind
     */
    public void await() throws InterruptedException {
        look();
        while (isWaiting) {
            ticker.sleep(Duration.ofSeconds(1));
            look();
        }
        long now = ticker.nanos();
        if (nextAt - now > 0) {
            ticker.sleep(Duration.ofNanos(nextAt - now));
        }
        nextAt = Math.max(nextAt, now - SECOND) + intervalNanos;
    }

    /** Whether the run waits for live news. */
    public boolean isWaiting() {
        return isWaiting;
    }

    /** A lag that cannot be told counts as too great. */
    private void look() {
        if (ticker.nanos() - lookAt < 0) {
            return;
        }
        lookAt = ticker.nanos() + SECOND;
        try {
            isWaiting = live.lag() > mostBehind;
            isUnknown = false;
        } catch (UnavailableException unknown) {
            giveUpAfterPatience(unknown);
            isWaiting = true;
        }
    }

    private void giveUpAfterPatience(UnavailableException unknown) {
        if (!isUnknown) {
            isUnknown = true;
            unknownSince = ticker.nanos();
        }
        if (ticker.nanos() - unknownSince > PATIENCE.toNanos()) {
            throw new UnavailableException(
                    "Nobody could tell for " + PATIENCE.toMinutes()
                            + " minutes how far live news is behind: run the same command again later",
                    unknown);
        }
    }
}
