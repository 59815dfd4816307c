package dev.newswire.ingest.intake;

import dev.newswire.ingest.source.Rule;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/**
 * Counters of items by the way they come (tag {@code way}): received = accepted + rejected + unacknowledged, once nothing
 * is under way. Unacknowledged are those that are to come again because the broker was away. Safe for use by several
 * threads.
 */
public final class IntakeMetrics {

    private static final String PREFIX = "newswire.ingest.articles.";

    private final Counter received;
    private final Counter accepted;
    private final Counter unacknowledged;
    private final Map<Rule, Counter> rejected = new EnumMap<>(Rule.class);

    /** Of what comes over HTTP. */
    public IntakeMetrics(MeterRegistry registry) {
        this(registry, "http");
    }

    /** @param way that articles come by, such as {@code inbox}; one of few */
    public IntakeMetrics(MeterRegistry registry, String way) {
        received = registry.counter(PREFIX + "received", "way", way);
        accepted = registry.counter(PREFIX + "accepted", "way", way);
        unacknowledged = registry.counter(PREFIX + "unacknowledged", "way", way);
        for (Rule rule : Rule.values()) {
            rejected.put(rule, registry.counter(PREFIX + "rejected", "way", way, "reason", rule.id()));
        }
    }

    /** Counts an item that came. */
    public void received() {
        received.increment();
    }

    /** Counts an item that is in the log. */
    public void accepted() {
        accepted.increment();
    }

    /** Counts items that must come again. */
    public void unacknowledged(int items) {
        unacknowledged.increment(items);
    }

    /** Counts an item that is in quarantine. */
    public void rejected(Rule rule) {
        Counter counter = rejected.get(rule);
        if (counter != null) {
            counter.increment();
        }
    }
}
