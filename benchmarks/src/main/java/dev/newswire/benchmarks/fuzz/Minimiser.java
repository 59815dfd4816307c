package dev.newswire.benchmarks.fuzz;

import java.time.Duration;

/** Makes an input smaller as long as it breaks the same promise (Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", 2002). */
final class Minimiser {

    private static final int MOST_TRIES = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Watchdog watchdog;

    Minimiser(Watchdog watchdog) {
        this.watchdog = watchdog;
    }

    byte[] minimise(byte[] input, String promise) throws InterruptedException {
        if (promise.equals("hang")) {
            return input;
        }
        byte[] smallest = input;
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        int tries = 0;
        int part = Math.max(1, input.length / 2);
        for (int at = 0; part > 0 && tries < MOST_TRIES && System.nanoTime() < giveUpAt; tries++) {
            if (at >= smallest.length) {
                part /= 2;
                at = 0;
                continue;
            }
            byte[] tried =
                    Bytes.splice(smallest, at, Math.min(smallest.length, at + part), new byte[0], Integer.MAX_VALUE);
            if (promise.equals(watchdog.run(tried).promise())) {
                smallest = tried;
            } else {
                at += part;
            }
        }
        return smallest;
    }
}
