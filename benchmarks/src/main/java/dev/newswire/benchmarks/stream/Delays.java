package dev.newswire.benchmarks.stream;

import dev.newswire.benchmarks.Figures;
import org.HdrHistogram.ConcurrentHistogram;

/** How long something took, many times over; exact to one part in a thousand. Safe for use by several threads. */
final class Delays {
    private static final int DIGITS = 3;
    private static final double NANOS_PER_MS = 1e6;

    private final ConcurrentHistogram nanos = new ConcurrentHistogram(DIGITS);

    /** Adds one; what seems to have been before its cause counts as at once. */
    void add(long duration) {
        nanos.recordValue(Math.max(0, duration));
    }

    long count() {
        return nanos.getTotalCount();
    }

    double milliseconds(double percentile) {
        return nanos.getValueAtPercentile(percentile) / NANOS_PER_MS;
    }

    /** Count, median, high percentiles and maximum. */
    Figures figures() {
        return new Figures()
                .put("count", count())
                .put("p50_ms", milliseconds(50))
                .put("p99_ms", milliseconds(99))
                .put("p999_ms", milliseconds(99.9))
                .put("max_ms", nanos.getMaxValue() / NANOS_PER_MS);
    }
}
