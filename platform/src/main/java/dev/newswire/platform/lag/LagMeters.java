package dev.newswire.platform.lag;

import dev.newswire.platform.runtime.PersistentTask;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Shows how far a service's consumer group is behind, by topic: {@code newswire.lag.records} and
 * {@code newswire.lag.seconds}. Every instance shows the lag of the whole group. A broker that is away leaves the
 * figures away too.
 */
public final class LagMeters implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(10);
    private final Map<String, Object> kafka;
    private final String group;
    private final List<String> topics;
    private final MultiGauge records;
    private final MultiGauge seconds;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final PersistentTask task =
            new PersistentTask("lag", "The lag of the group cannot be told now", EVERY, this::follow);

    private LagMeters(Map<String, Object> kafka, String group, List<String> topics, MeterRegistry registry) {
        this.kafka = kafka;
        this.group = group;
        this.topics = topics;
        this.records = MultiGauge.builder("newswire.lag.records").register(registry);
        this.seconds = MultiGauge.builder("newswire.lag.seconds").register(registry);
    }

    /**
     * Looks every ten seconds, in the background.
     *
     * @param kafka client properties
     * @param topics that the group reads, besides those of its own
     */
    public static LagMeters start(
            Map<String, Object> kafka, String group, List<String> topics, MeterRegistry registry) {
        LagMeters meters = new LagMeters(kafka, group, topics, registry);
        meters.task.start();
        return meters;
    }

    @Override
    public void close() {
        closing.countDown();
        task.close();
    }

    private void follow() throws InterruptedException {
        try (LagReader reader = new LagReader(kafka)) {
            do {
                show(reader.read(group, topics), Instant.now());
            } while (!closing.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } finally {
            show(List.of(), Instant.now());
        }
    }

    private void show(List<PartitionLag> lags, Instant now) {
        Map<String, Long> behind = new TreeMap<>();
        Map<String, Double> oldest = new TreeMap<>();
        for (PartitionLag lag : lags) {
            behind.merge(lag.topic(), lag.records(), Long::sum);
            oldest.merge(lag.topic(), lag.age(now).toMillis() / 1e3, Math::max);
        }
        records.register(rows(behind), true);
        seconds.register(rows(oldest), true);
    }

    private static Iterable<Row<?>> rows(Map<String, ? extends Number> byTopic) {
        return byTopic.entrySet().stream()
                .<Row<?>>map(entry -> Row.of(Tags.of("topic", entry.getKey()), entry.getValue()))
                .toList();
    }
}
