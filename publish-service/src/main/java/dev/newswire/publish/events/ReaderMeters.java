package dev.newswire.publish.events;

import dev.newswire.platform.streams.TailedRecord;
import dev.newswire.publish.feed.FeedIds;
import dev.newswire.schema.FeedEntry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * How long readers wait: from the receipt of an article, or of its retraction, by ingest until this instance has read from
 * the topic that it came to the feed of everything, or left it. Record timestamps are times of receipt.
 */
public final class ReaderMeters implements EventObserver {
    private final Timer visible;
    private final Timer absent;
    private final Clock clock;
    private List<Long> ends = List.of();

    /** @param clock compared with times of receipt */
    public ReaderMeters(MeterRegistry metrics, Clock clock) {
        this.visible =
                timer(metrics, "newswire.publish.visible.duration", "From the receipt of an article to its entry");
        this.absent = timer(
                metrics,
                "newswire.publish.absent.duration",
                "From the receipt of a retraction to the end of its entry");
        this.clock = clock;
    }

    @Override
    public void begins(List<Long> ends) {
        this.ends = ends;
    }

    @Override
    public void happened(String feedId, TailedRecord<FeedEntry> record) {
        boolean isNew = record.partition() < ends.size() && record.offset() >= ends.get(record.partition());
        if (!isNew || !feedId.equals(FeedIds.LATEST) || record.eventType() == null) {
            return;
        }
        Duration waited = Duration.ofMillis(Math.max(0, clock.millis() - record.timestamp()));
        if (record.bytes() != null) {
            visible.record(waited);
        } else if (record.eventType().endsWith(".retracted")) {
            absent.record(waited);
        }
    }

    private static Timer timer(MeterRegistry metrics, String name, String description) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(
                        Duration.ofMillis(100),
                        Duration.ofMillis(250),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2))
                .register(metrics);
    }
}
