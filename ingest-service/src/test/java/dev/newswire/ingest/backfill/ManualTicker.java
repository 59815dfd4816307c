package dev.newswire.ingest.backfill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only while somebody waits. */
final class ManualTicker implements Ticker {

    private final List<Runnable> onSleep = new ArrayList<>();
    private long nanos;

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void sleep(Duration time) {
        nanos += time.toNanos();
        List.copyOf(onSleep).forEach(Runnable::run);
    }

    /** What happens each time that somebody has waited. */
    void onSleep(Runnable action) {
        onSleep.add(action);
    }

    double seconds() {
        return nanos / 1e9;
    }
}
