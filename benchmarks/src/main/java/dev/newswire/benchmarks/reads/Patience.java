package dev.newswire.benchmarks.reads;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits for what must come. */
final class Patience {
    private static final long SECONDS = 60;
    private static final long POLL_MS = 5;

    private Patience() {}

    /** @throws IllegalStateException if it has not come within a minute */
    static void await(Callable<Boolean> condition, String what) throws Exception {
        long giveUpAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!condition.call()) {
            if (System.nanoTime() > giveUpAt) {
                throw new IllegalStateException("Waited a minute in vain for " + what + ".");
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        }
    }
}
