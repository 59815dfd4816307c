package dev.newswire.benchmarks.entity;

import java.util.Locale;

/** Counts of what was found, what was right and what should have been found. */
final class Tally {
    private int right;
    private int found;
    private int expected;

    void found(boolean correct) {
        found++;
        right += correct ? 1 : 0;
    }

    void expected() {
        expected++;
    }

    double precision() {
        return found == 0 ? 0 : 100.0 * right / found;
    }

    double recall() {
        return expected == 0 ? 0 : 100.0 * right / expected;
    }

    double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "P %5.1f  R %5.1f  F1 %5.1f  (%d right of %d found, %d expected)",
                precision(),
                recall(),
                f1(),
                right,
                found,
                expected);
    }
}
