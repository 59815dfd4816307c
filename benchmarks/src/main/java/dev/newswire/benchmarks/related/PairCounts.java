package dev.newswire.benchmarks.related;

/** Pairs said to belong together against pairs that do. */
record PairCounts(long right, long said, long actual) {
    double precision() {
        return said == 0 ? 0 : (double) right / said;
    }

    double recall() {
        return actual == 0 ? 0 : (double) right / actual;
    }

    /** Harmonic mean of precision and recall. */
    double f1() {
        return said + actual == 0 ? 0 : 2.0 * right / (said + actual);
    }
}
