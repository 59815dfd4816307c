package dev.newswire.platform.fate;

import dev.newswire.platform.event.EventOrigin;
import dev.newswire.schema.ArticleFate;
import dev.newswire.schema.Fate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds events against their fates: every event must have exactly one final fate, or wait for an embargo. Takes events
 * and fates in any order; costs six bytes an event. Not safe for use by several threads.
 */
public final class Ledger {
    private final Map<String, Integer> sourceNumbers = new LinkedHashMap<>();
    private final List<String> sources = new ArrayList<>();
    private final Map<String, LedgerColumn> columns = new TreeMap<>();

    /** Enters an event. */
    public void event(EventOrigin origin, String source) {
        int number = sourceNumbers.computeIfAbsent(source, name -> {
            sources.add(name);
            return sources.size();
        });
        column(origin.topic(), origin.partition()).event(origin.offset(), number);
    }

    /** Enters a fate. */
    public void fate(ArticleFate fate) {
        column(fate.getEventTopic(), fate.getEventPartition()).fate(fate.getEventOffset(), fate.getFate());
    }

    /** The balance as of now. */
    public Balance balance() {
        Tally tally = new Tally();
        for (LedgerColumn column : columns.values()) {
            for (int row = 0; row < column.size(); row++) {
                if (column.source(row) > 0) {
                    tally.event(column, row, sources.get(column.source(row) - 1));
                } else if (column.hasFate(row)) {
                    tally.orphaned++;
                }
            }
        }
        return new Balance(tally.events, tally.fates, tally.missing, tally.repeated, tally.orphaned);
    }

    private static final class Tally {
        private final Map<String, Map<Fate, Long>> fates = new TreeMap<>();
        private final Map<String, Long> events = new HashMap<>();
        private final List<EventOrigin> missing = new ArrayList<>();
        private long repeated;
        private long orphaned;

        void event(LedgerColumn column, int row, String source) {
            events.merge(source, 1L, Long::sum);
            Map<Fate, Long> counts = fates.computeIfAbsent(source, ignored -> new EnumMap<>(Fate.class));
            repeated += column.repeats(row);
            column.fate(row)
                    .ifPresentOrElse(fate -> counts.merge(fate, 1L, Long::sum), () -> missing.add(column.origin(row)));
        }
    }

    private LedgerColumn column(String topic, int partition) {
        return columns.computeIfAbsent(topic + "/" + partition, ignored -> new LedgerColumn(topic, partition));
    }

    /**
     * What the ledger says.
     *
     * @param events number of events by source
     * @param fates number of events by source and fate; {@code EMBARGOED} only while no other fate has followed
     * @param missing events without a fate
     * @param repeated final fates beyond the first of an event: an event was processed again, as in a replay
     * @param orphaned fates whose event is no longer in its topic
     */
    public record Balance(
            Map<String, Long> events,
            Map<String, Map<Fate, Long>> fates,
            List<EventOrigin> missing,
            long repeated,
            long orphaned) {
        /** Number of events in all. */
        public long total() {
            return events.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Number of events with this fate in all. */
        public long total(Fate fate) {
            return fates.values().stream()
                    .mapToLong(counts -> counts.getOrDefault(fate, 0L))
                    .sum();
        }

        /** Whether every event has a fate. */
        public boolean reconciles() {
            return missing.isEmpty();
        }
    }
}
