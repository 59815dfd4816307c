package dev.newswire.ingest.intake;

import dev.newswire.ingest.source.Rule;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/**
 * Counters of items: received = accepted + rejected + unacknowledged, once nothing is under way. Unacknowledged are those
 * whose sender was told to send again because the broker was away.
 */
public final class IntakeMetrics {

    private static final String PREFIX = "newswire.ingest.articles.";

    private final Counter received;
    private final Counter accepted;
    private final Counter unacknowledged;
    private final Map<Rule, Counter> rejected = new EnumMap<>(Rule.class);

    /** Registered here. */
    public IntakeMetrics(MeterRegistry registry) {
        received = registry.counter(PREFIX + "received");
        accepted = registry.counter(PREFIX + "accepted");
        unacknowledged = registry.counter(PREFIX + "unacknowledged");
        for (Rule rule : Rule.values()) {
            rejected.put(rule, registry.counter(PREFIX + "rejected", "reason", rule.id()));
        }
    }

    void received() {
        received.increment();
    }

    void accepted() {
        accepted.increment();
    }

    void unacknowledged(int items) {
        unacknowledged.increment(items);
    }

    void rejected(Rule rule) {
        Counter counter = rejected.get(rule);
        if (counter != null) {
            counter.increment();
        }
    }
}
