package dev.newswire.publish;

import dev.newswire.platform.config.Settings;
import dev.newswire.platform.event.EventHeaders;
import dev.newswire.platform.event.EventOrigin;
import dev.newswire.platform.streams.LocalStore;
import dev.newswire.platform.streams.StreamsProperties;
import dev.newswire.platform.testing.RegistryStub;
import dev.newswire.platform.topic.Topic;
import dev.newswire.platform.topic.Topics;
import dev.newswire.publish.feed.definition.Defined;
import dev.newswire.publish.feed.definition.DefinedFeeds;
import dev.newswire.schema.ArticleFate;
import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.FeedDefinition;
import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.FeedSnapshot;
import dev.newswire.schema.RelatedArticles;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** Runs the real topology with real serdes, without a broker. */
final class PublishHarness implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(100);
    static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RegistryStub registry = RegistryStub.provisioned();
    private final Settings settings;
    private DefinedFeeds definitions = DefinedFeeds.NONE;
    private long generation = 1;
    private Run run;

    PublishHarness(Path folder, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("KAFKA_SCHEMA_REGISTRY_URL", registry.url());
        all.put("NEWSWIRE_STATE_DIR", folder.toString());
        // As many as the driver has: each has its part of the work on snapshots.
        all.put("NEWSWIRE_PARTITIONS", "1");
        this.settings = Settings.of(all);
        this.run = new Run(topology().get(), properties(), Samples.NOON);
    }

    PublishHarness(Path folder) {
        this(folder, Map.of());
    }

    PublishTopology topology() {
        return new PublishTopology(
                properties(),
                registry.serdes(),
                PublishSettings.of(settings),
                () -> definitions,
                new PublishMeters(meters));
    }

    /** Defines feeds, each by a record of its own; they are taken in at the next record or tick. */
    void define(FeedDefinition... given) {
        Map<String, Defined> all = new TreeMap<>(definitions.byId());
        for (FeedDefinition definition : given) {
            all.put(definition.getFeedId(), new Defined(definition, generation));
            generation += 2;
        }
        definitions = DefinedFeeds.of(all.values());
    }

    void undefine(String feedId) {
        Map<String, Defined> all = new TreeMap<>(definitions.byId());
        all.remove(feedId);
        generation += 2;
        definitions = DefinedFeeds.of(all.values());
    }

    /** An upsert caused by the event at an offset of the raw topic. */
    void upsert(EnrichedArticle article, long offset) {
        run.enriched.pipeInput(
                new TestRecord<>(article.getArticleId(), article, headers(offset), article.getReceivedAt()));
    }

    void upsertWithoutOrigin(EnrichedArticle article) {
        run.enriched.pipeInput(article.getArticleId(), article, article.getReceivedAt());
    }

    void retractWithoutOrigin(String articleId) {
        run.enriched.pipeInput(articleId, null, run.now);
    }

    /** A retraction caused by the event at an offset of the raw topic. */
    void retract(String articleId, long offset) {
        run.enriched.pipeInput(new TestRecord<>(articleId, null, headers(offset), run.now));
    }

    void relate(RelatedArticles links) {
        run.related.pipeInput(links.getArticleId(), links, run.now);
    }

    void unlink(String articleId) {
        run.related.pipeInput(articleId, null, run.now);
    }

    /** Lets time pass in steps of 100 ms. */
    void advance(Duration time) {
        for (long passed = 0; passed < time.toMillis(); passed += TICK.toMillis()) {
            run.now = run.now.plus(TICK);
            run.driver.advanceWallClockTime(TICK);
        }
    }

    /** Lets time pass at once, but for the last second. */
    void skip(Duration time) {
        Duration jump = time.minusSeconds(1);
        run.now = run.now.plus(jump);
        run.driver.advanceWallClockTime(jump);
        advance(Duration.ofSeconds(1));
    }

    /** Entries written since this was last asked, in their order; a tombstone has a null value. */
    List<TestRecord<String, FeedEntry>> entries() {
        return run.entries.readRecordsToList();
    }

    List<TestRecord<String, FeedSnapshot>> snapshots() {
        return run.snapshots.readRecordsToList();
    }

    List<ArticleFate> fates() {
        return run.fates.readValuesToList();
    }

    /** What a consumer of the entries has in its table, if it applies these records to it. */
    static <V> Map<String, V> table(Map<String, V> before, List<TestRecord<String, V>> records) {
        Map<String, V> table = new TreeMap<>(before);
        for (TestRecord<String, V> record : records) {
            if (record.value() == null) {
                table.remove(record.key());
            } else {
                table.put(record.key(), record.value());
            }
        }
        return table;
    }

    <V> LocalStore<V> store(String name) {
        return new LocalStore<>(() -> run.driver.<String, V>getKeyValueStore(name));
    }

    double count(String meter) {
        return meters.get("newswire.publish." + meter).counter().count();
    }

    /** Ends the process after {@code pause} and starts another that restores what the changelogs hold. */
    void restart(Duration pause) {
        Run before = run;
        Map<String, Map<String, Object>> state = before.state();
        before.driver.close();
        run = new Run(topology().get(), properties(), before.now.plus(pause));
        state.forEach(run::restore);
    }

    @Override
    public void close() {
        run.driver.close();
        registry.close();
    }

    private Properties properties() {
        return StreamsProperties.of(
                settings, PublishTopology.APPLICATION_ID, Topics.PUBLISH_DLQ, List.of(Topics.ENRICHED));
    }

    private static Headers headers(long offset) {
        Headers headers = new RecordHeaders();
        EventHeaders.stamp(headers, "article.upserted", "example.org", Samples.NOON, TRACE);
        new EventOrigin(Topics.RAW.name(), 0, offset).addTo(headers);
        return headers;
    }

    /** One life of the process. */
    private final class Run {
        private final TopologyTestDriver driver;
        private final TestInputTopic<String, EnrichedArticle> enriched;
        private final TestInputTopic<String, RelatedArticles> related;
        private final TestOutputTopic<String, FeedEntry> entries;
        private final TestOutputTopic<String, FeedSnapshot> snapshots;
        private final TestOutputTopic<String, ArticleFate> fates;
        private Instant now;

        Run(Topology topology, Properties properties, Instant now) {
            this.driver = new TopologyTestDriver(topology, properties, now);
            this.now = now;
            this.enriched = input(Topics.ENRICHED);
            this.related = input(Topics.RELATED);
            this.entries = output(Topics.FEED_ENTRY);
            this.snapshots = output(Topics.FEED_SNAPSHOT);
            this.fates = output(Topics.FATE);
        }

        private <V extends SpecificRecord> TestInputTopic<String, V> input(Topic<V> topic) {
            return driver.createInputTopic(
                    topic.name(),
                    new StringSerializer(),
                    registry.serdes().of(topic).serializer());
        }

        private <V extends SpecificRecord> TestOutputTopic<String, V> output(Topic<V> topic) {
            return driver.createOutputTopic(
                    topic.name(),
                    new StringDeserializer(),
                    registry.serdes().of(topic).deserializer());
        }

        private Map<String, Map<String, Object>> state() {
            Map<String, Map<String, Object>> state = new HashMap<>();
            for (String name : driver.getAllStateStores().keySet()) {
                Map<String, Object> values = new HashMap<>();
                try (KeyValueIterator<String, Object> all =
                        driver.<String, Object>getKeyValueStore(name).all()) {
                    all.forEachRemaining(entry -> values.put(entry.key, entry.value));
                }
                state.put(name, values);
            }
            return state;
        }

        private void restore(String name, Map<String, Object> values) {
            KeyValueStore<String, Object> store = driver.getKeyValueStore(name);
            values.forEach(store::put);
        }
    }
}
