package dev.newswire.enrich;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * What enrich counts. Of events, {@code received = enriched + retracted + unchanged + stale + failed}; of requests to read an
 * article anew, {@code received = changed + unchanged + outdated + failed}. Work that a transaction undoes is counted
 * again.
 */
final class EnrichMeters {
    private static final String PREFIX = "newswire.enrich.";

    final Counter received;
    final Counter enriched;
    final Counter retracted;
    final Counter unchanged;
    final Counter stale;
    final Counter failed;
    final Counter postingsEmitted;
    final Counter postingsExpired;
    final Counter pairsLinked;
    final Counter relatedWritten;
    final Counter requestsReceived;
    final Counter requestsChanged;
    final Counter requestsUnchanged;
    final Counter requestsOutdated;
    final Counter requestsFailed;
    final Counter definitionsReceived;
    final Counter definitionsRefused;
    final Timer extraction;

    EnrichMeters(MeterRegistry registry) {
        received = registry.counter(PREFIX + "events.received");
        enriched = registry.counter(PREFIX + "events.enriched");
        retracted = registry.counter(PREFIX + "events.retracted");
        unchanged = registry.counter(PREFIX + "events.unchanged");
        stale = registry.counter(PREFIX + "events.stale");
        failed = registry.counter(PREFIX + "events.failed");
        postingsEmitted = registry.counter(PREFIX + "postings.emitted");
        postingsExpired = registry.counter(PREFIX + "postings.expired");
        pairsLinked = registry.counter(PREFIX + "pairs.linked");
        relatedWritten = registry.counter(PREFIX + "related.written");
        requestsReceived = registry.counter(PREFIX + "requests.received");
        requestsChanged = registry.counter(PREFIX + "requests.changed");
        requestsUnchanged = registry.counter(PREFIX + "requests.unchanged");
        requestsOutdated = registry.counter(PREFIX + "requests.outdated");
        requestsFailed = registry.counter(PREFIX + "requests.failed");
        definitionsReceived = registry.counter(PREFIX + "definitions.received");
        definitionsRefused = registry.counter(PREFIX + "definitions.refused");
        extraction = registry.timer(PREFIX + "extraction.duration");
    }
}
