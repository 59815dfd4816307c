package dev.newswire.publish;

import static dev.newswire.publish.Samples.NOON;
import static dev.newswire.publish.Samples.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.publish.feed.ArticleChange;
import dev.newswire.publish.feed.BuiltInFeeds;
import dev.newswire.publish.feed.FeedPlanner;
import dev.newswire.publish.feed.Occasion;
import dev.newswire.publish.feed.PlannedChange;
import dev.newswire.schema.internal.FeedChange;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotRestartTest {
    private static final PublishSettings SETTINGS =
            new PublishSettings(500, 50, Duration.ofSeconds(1), 0, 1, Duration.ofDays(30), Set.of(), Set.of(), 0);

    private final BuildFeedsProcessor.Factory factory =
            new BuildFeedsProcessor.Factory(SETTINGS, new PublishMeters(new SimpleMeterRegistry()));

    @Test
    void feedThatChangedBeforeARestartGetsItsSnapshotAfterIt(@TempDir Path folder) {
        MockProcessorContext<String, FeedRecord> context = context(folder);
        List<StateStore> stores = factory.stores().stream()
                .map(builder -> (StateStore)
                        builder.withLoggingDisabled().withCachingDisabled().build())
                .toList();
        for (StateStore store : stores) {
            store.init(context.getStateStoreContext(), store);
        }
        context.setCurrentSystemTimeMs(NOON.toEpochMilli());
        Processor<String, FeedChange, String, FeedRecord> before = factory.get();
        before.init(context);
        changes()
                .forEach(change -> before.process(new Record<>(change.feedId(), change.change(), NOON.toEpochMilli())));
        before.close();

        context.resetForwards();
        factory.get().init(context);
        int punctuators = context.scheduledPunctuators().size();
        context.scheduledPunctuators()
                .get(punctuators - 1)
                .getPunctuator()
                .punctuate(NOON.plusMillis(100).toEpochMilli());
        List<String> feeds = context.forwarded().stream()
                .<String>map(forward -> forward.record().key())
                .toList();
        assertThat(feeds)
                .containsExactlyInAnyOrder("latest", "source/example.org", "language/en", "entity/Q7184", "entity/Q17");
        stores.forEach(StateStore::close);
    }

    private static List<PlannedChange> changes() {
        return new FeedPlanner(new BuiltInFeeds(0, Set.of("latest", "story")))
                .plan(null, ArticleChange.ofEnriched(article(1).build()), Occasion.timer(NOON))
                .changes();
    }

    private static MockProcessorContext<String, FeedRecord> context(Path folder) {
        Properties properties = new Properties();
        properties.put("application.id", "test");
        properties.put("bootstrap.servers", "none:1");
        return new MockProcessorContext<>(
                properties, new org.apache.kafka.streams.processor.TaskId(0, 0), folder.toFile());
    }
}
