package dev.newswire.benchmarks.gate;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Runs a path and a plain loop by turns on one thread. With the processor time of that thread as clock it does not matter
 * what else the machine does, and since the median of the turns counts, a collection or two do not either.
 */
final class Contest {
    private static final int TURNS = 9;

    private final LongSupplier clock;
    private final Duration warmUp;
    private final Duration turn;

    /**
     * @param clock nanoseconds
     * @param warmUp time of each before the first turn
     * @param turn time of each turn
     */
    Contest(LongSupplier clock, Duration warmUp, Duration turn) {
        this.clock = clock;
        this.warmUp = warmUp;
        this.turn = turn;
    }

    /** Time of one run of the path as a multiple of that of the loop. */
    double ratio(Runnable path, Runnable loop) {
        nanosPerRun(path, warmUp);
        nanosPerRun(loop, warmUp);
        double[] ratios = new double[TURNS];
        for (int i = 0; i < TURNS; i++) {
            ratios[i] = nanosPerRun(path, turn) / nanosPerRun(loop, turn);
        }
        Arrays.sort(ratios);
        return ratios[TURNS / 2];
    }

    private double nanosPerRun(Runnable work, Duration least) {
        long start = clock.getAsLong();
        long spent = 0;
        int runs = 0;
        while (spent < least.toNanos()) {
            work.run();
            runs++;
            spent = clock.getAsLong() - start;
        }
        return (double) spent / runs;
    }
}
