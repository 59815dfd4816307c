package dev.newswire.benchmarks.micro;

import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * What was measured of a path.
 *
 * @param path group and name, such as {@code names.tag}
 * @param micros mean time of one operation
 * @param least time of the fastest iteration
 * @param most time of the slowest
 * @param bytes allocated by one operation
 */
record Measured(String path, double micros, double least, double most, double bytes) {
    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final String SUFFIX = "Benchmark";

    static Measured of(RunResult result) {
        Statistics times = result.getPrimaryResult().getStatistics();
        double bytes = result.getSecondaryResults().values().stream()
                .filter(secondary -> secondary.getLabel().endsWith(ALLOCATED))
                .mapToDouble(secondary -> secondary.getScore())
                .findFirst()
                .orElse(Double.NaN);
        return new Measured(
                path(result.getParams().getBenchmark()), times.getMean(), times.getMin(), times.getMax(), bytes);
    }

    /** One line for the terminal. */
    String line() {
        return String.format(Locale.ROOT, "%-36s %10.2f us (%.2f to %.2f) %12.0f B", path, micros, least, most, bytes);
    }

    /** Of a method's full name. */
    static String path(String benchmark) {
        String[] parts = benchmark.split("\\.");
        String group = parts[parts.length - 2].replace(SUFFIX, "");
        return group.toLowerCase(Locale.ROOT) + "." + parts[parts.length - 1];
    }
}
