package dev.newswire.benchmarks.related;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Pairs said to belong together against pairs that do. */
record PairCounts(long right, long said, long actual) {
    /** Pairs of one story, given the story of each article. */
    static long within(Collection<String> stories) {
        Map<String, Long> sizes = new HashMap<>();
        stories.forEach(story -> sizes.merge(story, 1L, Long::sum));
        return sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
    }

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
