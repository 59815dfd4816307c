package dev.newswire.benchmarks.ingest;

import dev.newswire.benchmarks.Figures;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adds up the processor time of this thread by step. */
final class StepClock {
    private static final double NANOS_PER_MICRO = 1_000;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<String, Long> nanos = new LinkedHashMap<>();
    private long before;

    /** Begins the first step. */
    void start() {
        before = threads.getCurrentThreadCpuTime();
    }

    /** Ends a step and begins the next. */
    void lap(String step) {
        long now = threads.getCurrentThreadCpuTime();
        nanos.merge(step, now - before, Long::sum);
        before = now;
    }

    /** Adds microseconds for each item, by step and in all. */
    void addTo(Figures figures, int items) {
        nanos.forEach((step, time) -> figures.put(step + "_cpu_micros", time / NANOS_PER_MICRO / items));
        long all = nanos.values().stream().mapToLong(Long::longValue).sum();
        figures.put("all_cpu_micros", all / NANOS_PER_MICRO / items);
    }
}
