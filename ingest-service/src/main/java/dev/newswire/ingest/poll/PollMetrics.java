package dev.newswire.ingest.poll;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Meters of polling; the tag {@code source} is bounded: the first thousand have their own, all others share one. */
final class PollMetrics {

    private static final int MOST_SOURCES = 1_000;

    private final MeterRegistry registry;
    private final Timer duration;
    private final Set<String> named = ConcurrentHashMap.newKeySet();

    PollMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.duration = registry.timer("newswire.ingest.polls.duration");
    }

    /** A poll ended, after this time in nanoseconds. */
    void finished(String source, String result, long articles, long nanos) {
        String tag = tag(source);
        registry.counter("newswire.ingest.polls.finished", "source", tag, "result", result)
                .increment();
        registry.counter("newswire.ingest.polls.articles", "source", tag).increment(articles);
        duration.record(nanos, java.util.concurrent.TimeUnit.NANOSECONDS);
    }

    void watch(Supplier<Number> owned, Supplier<Number> overdueSeconds) {
        registry.gauge(
                "newswire.ingest.sources.owned",
                owned,
                supplier -> supplier.get().doubleValue());
        registry.gauge(
                "newswire.ingest.sources.overdue.seconds",
                overdueSeconds,
                supplier -> supplier.get().doubleValue());
    }

    private String tag(String source) {
        if (named.contains(source) || (named.size() < MOST_SOURCES && named.add(source))) {
            return source;
        }
        return "other";
    }
}
