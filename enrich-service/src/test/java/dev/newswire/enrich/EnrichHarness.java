package dev.newswire.enrich;

import dev.newswire.enrich.related.Analyser;
import dev.newswire.enrich.related.DocumentFrequencies;
import dev.newswire.enrich.related.PairScorer;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.serde.TopicSerdes;
import dev.newswire.platform.streams.StreamsProperties;
import dev.newswire.platform.testing.RegistryStub;
import dev.newswire.platform.topic.Topic;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.ArticleFate;
import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.EntityDefinition;
import dev.newswire.schema.RawArticle;
import dev.newswire.schema.RelatedArticles;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The whole topology over wire formats, without a broker. */
final class EnrichHarness implements AutoCloseable {
    /** Longer than changes of links wait. */
    private static final Duration PAUSE = Duration.ofSeconds(11);

    final MeterRegistry meters = new SimpleMeterRegistry();
    final TopologyTestDriver driver;
    final TestInputTopic<String, RawArticle> raw;
    final TestInputTopic<String, RawArticle> backfill;
    final TestInputTopic<byte[], byte[]> rawBytes;
    final TestInputTopic<String, EntityDefinition> definitions;
    final TestInputTopic<byte[], byte[]> definitionBytes;
    final TestInputTopic<String, EnrichedArticle> requests;
    final TestOutputTopic<String, EnrichedArticle> enriched;
    final TestOutputTopic<String, RelatedArticles> related;
    final TestOutputTopic<String, ArticleFate> fates;
    final TestOutputTopic<byte[], byte[]> deadLetters;

    private final RegistryStub registry = RegistryStub.provisioned();
    private final Map<String, RelatedArticles> shown = new TreeMap<>();

    EnrichHarness() {
        this(Map.of());
    }

    EnrichHarness(Map<String, String> environment) {
        this(environment, new ListedNames());
    }

    EnrichHarness(EntityRecogniser recogniser) {
        this(Map.of(), recogniser);
    }

    private EnrichHarness(Map<String, String> environment, EntityRecogniser recogniser) {
        Map<String, String> values = new HashMap<>(environment);
        values.put("KAFKA_SCHEMA_REGISTRY_URL", registry.url());
        values.put("NEWSWIRE_STATE_DIR", temporaryFolder());
        // Under exactly-once the test driver forgets what deserialization handlers send.
        values.put("KAFKA_PROCESSING_GUARANTEE", "at_least_once");
        Settings settings = Settings.of(values);
        Properties properties = properties(settings);
        TopicSerdes serdes = registry.serdes();
        driver = new TopologyTestDriver(
                topology(settings, properties, serdes, recogniser, meters), properties, Articles.NOON);
        raw = input(serdes, Topics.RAW);
        backfill = input(serdes, Topics.BACKFILL);
        rawBytes = driver.createInputTopic(Topics.RAW.name(), new ByteArraySerializer(), new ByteArraySerializer());
        definitions = input(serdes, Topics.ENTITY_DEFINITION);
        definitionBytes = driver.createInputTopic(
                Topics.ENTITY_DEFINITION.name(), new ByteArraySerializer(), new ByteArraySerializer());
        requests = input(serdes, Topics.REENRICH);
        enriched = output(serdes, Topics.ENRICHED);
        related = output(serdes, Topics.RELATED);
        fates = output(serdes, Topics.FATE);
        deadLetters = driver.createOutputTopic(
                Topics.ENRICH_DLQ.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    static Properties properties(Settings settings) {
        return StreamsProperties.of(
                settings, EnrichTopology.APPLICATION_ID, Topics.ENRICH_DLQ, EnrichService.EVENT_TOPICS);
    }

    static Topology topology(
            Settings settings,
            Properties properties,
            TopicSerdes serdes,
            EntityRecogniser recogniser,
            MeterRegistry meters) {
        return new EnrichTopology(
                        properties,
                        serdes,
                        EnrichSettings.of(settings),
                        recogniser,
                        new Analyser(DocumentFrequencies.shipped()),
                        PairScorer.shipped(),
                        new EnrichMeters(meters))
                .get();
    }

    /** Sends an event at its time of receipt. */
    void send(RawArticle event) {
        raw.pipeInput(event.getArticleId(), event, event.getReceivedAt());
    }

    void send(RawArticle.Builder event) {
        send(event.build());
    }

    /** What was written about links since the last call. */
    List<TestRecord<String, RelatedArticles>> relatedRecords() {
        driver.advanceWallClockTime(PAUSE);
        return related.readRecordsToList();
    }

    /** The links of each article as the compacted topic has them now. */
    Map<String, RelatedArticles> shownLinks() {
        for (TestRecord<String, RelatedArticles> record : relatedRecords()) {
            if (record.value() == null) {
                shown.remove(record.key());
            } else {
                shown.put(record.key(), record.value());
            }
        }
        return shown;
    }

    /** `KIND other` for each link of the article. */
    List<String> links(String articleId) {
        List<String> links = new ArrayList<>();
        @Nullable RelatedArticles value = shownLinks().get(articleId);
        if (value != null) {
            value.getLinks().forEach(link -> links.add(link.getKind() + " " + link.getArticleId()));
        }
        return links;
    }

    String story(String articleId) {
        return Objects.requireNonNull(shownLinks().get(articleId)).getStoryId();
    }

    double count(String meter) {
        return meters.get("newswire.enrich." + meter).counter().count();
    }

    @Override
    public void close() {
        driver.close();
        registry.close();
    }

    private <V extends SpecificRecord> TestInputTopic<String, V> input(TopicSerdes serdes, Topic<V> topic) {
        return driver.createInputTopic(
                topic.name(), new StringSerializer(), serdes.of(topic).serializer());
    }

    private <V extends SpecificRecord> TestOutputTopic<String, V> output(TopicSerdes serdes, Topic<V> topic) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), serdes.of(topic).deserializer());
    }

    private static String temporaryFolder() {
        try {
            return Files.createTempDirectory("enrich").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
