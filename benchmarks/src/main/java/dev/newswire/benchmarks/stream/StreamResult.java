package dev.newswire.benchmarks.stream;

import dev.newswire.benchmarks.Figures;
import java.util.List;

/**
 * What was measured on a stream of news.
 *
 * @param passThrough the topology that only passes events on
 * @param services enrich, and publish where it took part
 * @param figures all there is, for people
 */
public record StreamResult(Stage passThrough, List<Stage> services, Figures figures) {
    /** Rate of the slowest service as a share of the rate of passing on. */
    public double rateRatio() {
        double slowest = services.stream().mapToDouble(Stage::perSecond).min().orElseThrow();
        return slowest / passThrough.perSecond();
    }

    /** Processor time of passing an event on as a share of that of all services together. */
    public double processorRatio() {
        return passThrough.processorMicros()
                / services.stream().mapToDouble(Stage::processorMicros).sum();
    }
}
