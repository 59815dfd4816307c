package dev.newswire.benchmarks.ingest;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One way of sending the same number of articles, measured.
 *
 * @param perSecond articles, from the first one sent to the last one acknowledged
 * @param loadCpuMicros processor time for each article of the process that sends
 * @param ingestCpuMicros of the ingest service
 * @param brokerCpuMicros of the broker
 */
record Round(double perSecond, double loadCpuMicros, double ingestCpuMicros, double brokerCpuMicros) {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MICRO = 1e3;

    /** Sends and measures. */
    static Round of(Rig rig, Load load, List<Lines.Line> lines) throws Exception {
        long loadBefore = ownProcessorTime();
        long ingestBefore = rig.ingest().processorTime().toNanos();
        long brokerBefore = rig.servers().processorTime().toNanos();
        long start = System.nanoTime();
        load.send(lines);
        long nanos = System.nanoTime() - start;
        double micros = NANOS_PER_MICRO * lines.size();
        return new Round(
                lines.size() * NANOS_PER_SECOND / nanos,
                (ownProcessorTime() - loadBefore) / micros,
                (rig.ingest().processorTime().toNanos() - ingestBefore) / micros,
                (rig.servers().processorTime().toNanos() - brokerBefore) / micros);
    }

    /** The middle one of a figure. */
    static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return median(rounds.stream().mapToDouble(figure).toArray());
    }

    /** The middle one, or the mean of the two in the middle. */
    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static long ownProcessorTime() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toNanos();
    }
}
