package dev.newswire.benchmarks.ingest;

import dev.newswire.benchmarks.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Rounds of the four ways, each taken in turn: a producer of the lines as the client comes, one with ingest's own settings, the
 * ingest service, and a producer of events with ingest's own settings.
 */
final class Comparison {
    private final List<Round> plain = new ArrayList<>();
    private final List<Round> tuned = new ArrayList<>();
    private final List<Round> ingest = new ArrayList<>();
    private final List<Round> events = new ArrayList<>();

    /** Adds one round of each way, in that order. */
    void add(List<Round> measured) {
        plain.add(measured.get(0));
        tuned.add(measured.get(1));
        ingest.add(measured.get(2));
        events.add(measured.get(3));
    }

    /** Rates in one line. */
    static String tell(List<Round> measured) {
        return String.format(
                Locale.ROOT,
                "plain producer %,.0f/s  tuned %,.0f/s  ingest %,.0f/s  producer of events %,.0f/s  ratio %.2f",
                measured.get(0).perSecond(),
                measured.get(1).perSecond(),
                measured.get(2).perSecond(),
                measured.get(3).perSecond(),
                measured.get(2).perSecond() / measured.get(0).perSecond());
    }

    /** Medians, and the ratios as the median of each round's. */
    void addTo(Figures figures) {
        figures.put("ingest_per_second", Round.median(ingest, Round::perSecond))
                .put("producer_per_second", Round.median(plain, Round::perSecond))
                .put("tuned_producer_per_second", Round.median(tuned, Round::perSecond))
                .put("event_producer_per_second", Round.median(events, Round::perSecond))
                .put("ratio", ratio(plain))
                .put("ratio_to_tuned", ratio(tuned))
                .put("rounds", ingest.size())
                .put("ingest_round_cpu_micros", cpu(ingest))
                .put("producer_round_cpu_micros", cpu(plain))
                .put("tuned_producer_round_cpu_micros", cpu(tuned))
                .put("event_producer_round_cpu_micros", cpu(events));
    }

    private double ratio(List<Round> baseline) {
        double[] ratios = new double[ingest.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = ingest.get(i).perSecond() / baseline.get(i).perSecond();
        }
        return Round.median(ratios);
    }

    private static Figures cpu(List<Round> rounds) {
        return new Figures()
                .put("load", Round.median(rounds, Round::loadCpuMicros))
                .put("ingest", Round.median(rounds, Round::ingestCpuMicros))
                .put("broker", Round.median(rounds, Round::brokerCpuMicros));
    }
}
