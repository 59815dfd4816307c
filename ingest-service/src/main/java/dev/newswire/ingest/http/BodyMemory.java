package dev.newswire.ingest.http;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Shares the memory for request bodies between requests, so that many large ones wait instead of exhausting it. */
final class BodyMemory {

    private static final int UNIT_BYTES = 4 * 1024;
    private static final long PATIENCE_MS = 5_000;

    private final Semaphore units;
    private final int all;

    BodyMemory(long bytes) {
        all = units(bytes);
        units = new Semaphore(all, true);
    }

    /**
     * Takes memory for a body of at most that many bytes; waits 5 s at most.
     *
     * @return what to give back
     * @throws ProblemException (429) if there is none
     */
    int take(long bytes) throws ProblemException {
        int wanted = Math.min(all, units(bytes));
        try {
            if (units.tryAcquire(wanted, PATIENCE_MS, TimeUnit.MILLISECONDS)) {
                return wanted;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(
                new Problem(Status.TOO_MANY, "too many large requests are under way; send again", null, 1));
    }

    /** Gives back what {@link #take} took. */
    void giveBack(int taken) {
        units.release(taken);
    }

    private static int units(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, (bytes + UNIT_BYTES - 1) / UNIT_BYTES));
    }
}
