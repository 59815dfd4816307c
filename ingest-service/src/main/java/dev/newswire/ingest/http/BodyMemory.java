package dev.newswire.ingest.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Shares the memory for request bodies between requests, so that many large ones wait instead of exhausting it. */
final class BodyMemory {

    private static final int UNIT_BYTES = 4 * 1024;

    private final Semaphore units;
    private final int all;
    private final Duration patience;

    BodyMemory(long bytes, Duration patience) {
        this.all = units(bytes);
        this.units = new Semaphore(all, true);
        this.patience = patience;
    }

    /**
     * Takes memory for a body of at most that many bytes; waits for it as long as patience lasts.
     *
     * @return what to give back
     * @throws ProblemException (503) if there is none
     */
    int take(long bytes) throws ProblemException {
        int wanted = Math.min(all, units(bytes));
        try {
            if (units.tryAcquire(wanted, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return wanted;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw Problem.of(Status.UNAVAILABLE, "too many large requests are under way; send again later")
                .retryAfter(1)
                .exception();
    }

    /** Gives back what {@link #take} took. */
    void giveBack(int taken) {
        units.release(taken);
    }

    private static int units(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, (bytes + UNIT_BYTES - 1) / UNIT_BYTES));
    }
}
