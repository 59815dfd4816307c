package dev.newswire.benchmarks.ingest;

import dev.newswire.benchmarks.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rounds of the three ways, each taken in turn: a plain producer of the lines, the ingest service, a plain producer of events. */
final class Comparison {
    private final List<Round> producer = new ArrayList<>();
    private final List<Round> ingest = new ArrayList<>();
    private final List<Round> events = new ArrayList<>();

    /** Adds one round of each way, in that order. */
    void add(List<Round> measured) {
        producer.add(measured.get(0));
        ingest.add(measured.get(1));
        events.add(measured.get(2));
    }

    /** Rates in one line. */
    static String tell(List<Round> measured) {
        return String.format(
                Locale.ROOT,
                "producer %,.0f/s  ingest %,.0f/s  producer of events %,.0f/s  ratio %.2f",
                measured.get(0).perSecond(),
                measured.get(1).perSecond(),
                measured.get(2).perSecond(),
                measured.get(1).perSecond() / measured.get(0).perSecond());
    }

    /** Medians, and the ratio as the median of each round's. */
    void addTo(Figures figures) {
        double[] ratios = new double[ingest.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = ingest.get(i).perSecond() / producer.get(i).perSecond();
        }
        figures.put("ingest_per_second", Round.median(ingest, Round::perSecond))
                .put("producer_per_second", Round.median(producer, Round::perSecond))
                .put("event_producer_per_second", Round.median(events, Round::perSecond))
                .put("ratio", Round.median(ratios))
                .put("rounds", ratios.length)
                .put("ingest_round_cpu_micros", cpu(ingest))
                .put("producer_round_cpu_micros", cpu(producer))
                .put("event_producer_round_cpu_micros", cpu(events));
    }

    private static Figures cpu(List<Round> rounds) {
        return new Figures()
                .put("load", Round.median(rounds, Round::loadCpuMicros))
                .put("ingest", Round.median(rounds, Round::ingestCpuMicros))
                .put("broker", Round.median(rounds, Round::brokerCpuMicros));
    }
}
