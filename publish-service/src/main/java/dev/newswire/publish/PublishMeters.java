package dev.newswire.publish;

import dev.newswire.schema.Fate;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * What publish counts. Of changes to articles, {@code received = applied + repeated}; of what they change in feeds,
 * {@code planned = written + removed + unchanged}; entries that change for another article's sake are regrouped or
 * evicted. Work that a transaction undoes is counted again.
 */
final class PublishMeters {
    private static final String PREFIX = "newswire.publish.";

    final Counter changesReceived;
    final Counter changesApplied;
    final Counter changesRepeated;
    final Counter entriesPlanned;
    final Counter entriesWritten;
    final Counter entriesRemoved;
    final Counter entriesUnchanged;
    final Counter entriesEvicted;
    final Counter entriesRegrouped;
    final Counter articlesRefilled;
    final Counter definitionsReceived;
    final Counter definitionsRefused;
    final Counter snapshotsWritten;

    private final Timer removals;
    private final Map<Fate, Counter> fates = new EnumMap<>(Fate.class);

    PublishMeters(MeterRegistry registry) {
        changesReceived = registry.counter(PREFIX + "changes.received");
        changesApplied = registry.counter(PREFIX + "changes.applied");
        changesRepeated = registry.counter(PREFIX + "changes.repeated");
        entriesPlanned = registry.counter(PREFIX + "entries.planned");
        entriesWritten = registry.counter(PREFIX + "entries.written");
        entriesRemoved = registry.counter(PREFIX + "entries.removed");
        entriesUnchanged = registry.counter(PREFIX + "entries.unchanged");
        entriesEvicted = registry.counter(PREFIX + "entries.evicted");
        entriesRegrouped = registry.counter(PREFIX + "entries.regrouped");
        articlesRefilled = registry.counter(PREFIX + "articles.refilled");
        definitionsReceived = registry.counter(PREFIX + "definitions.received");
        definitionsRefused = registry.counter(PREFIX + "definitions.refused");
        snapshotsWritten = registry.counter(PREFIX + "snapshots.written");
        removals = Timer.builder(PREFIX + "removals.duration")
                .description("From the receipt of what makes an entry leave its feed to the removal")
                .serviceLevelObjectives(Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(1))
                .register(registry);
        for (Fate fate : Fate.values()) {
            String name = fate.name().toLowerCase(Locale.ROOT);
            fates.put(fate, registry.counter(PREFIX + "fates.written", "fate", name));
        }
    }

    void fateWritten(Fate fate) {
        Counter counter = fates.get(fate);
        if (counter != null) {
            counter.increment();
        }
    }

    /** Times in epoch milliseconds. */
    void removed(long receivedAt, long now) {
        entriesRemoved.increment();
        removals.record(Duration.ofMillis(Math.max(0, now - receivedAt)));
    }
}
