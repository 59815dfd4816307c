package dev.newswire.benchmarks.entity;

import java.util.Locale;

/** Counts of answers, how many of them were right, and of what was asked for, how much of it was reached. */
final class Tally {
    private int right;
    private int found;
    private int expected;
    private int reached;

    void found(boolean correct) {
        found++;
        right += correct ? 1 : 0;
    }

    void expected(boolean isReached) {
        expected++;
        reached += isReached ? 1 : 0;
    }

    double precision() {
        return found == 0 ? 0 : 100.0 * right / found;
    }

    double recall() {
        return expected == 0 ? 0 : 100.0 * reached / expected;
    }

    double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "P %5.1f  R %5.1f  F1 %5.1f  (%d right of %d found, %d reached of %d expected)",
                precision(),
                recall(),
                f1(),
                right,
                found,
                reached,
                expected);
    }
}
