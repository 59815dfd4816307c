package dev.newswire.benchmarks.related;

import dev.newswire.enrich.EnrichService;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.serde.StateSerde;
import dev.newswire.platform.serde.TopicSerdes;
import dev.newswire.platform.topic.Topic;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.Link;
import dev.newswire.schema.RawArticle;
import dev.newswire.schema.RelatedArticles;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** Links made by the whole topology of enrich, from raw events to what is written of links; without a broker. */
final class TopologyLinks {
    /** As many as can be set: in memory all count. */
    private static final String MOST_LINKS = "200";
    /** Changes of links wait for less, under load as well. */
    private static final Duration LATER = Duration.ofMinutes(1);

    private final Map<String, RelatedArticles> written = new HashMap<>();

    private TopologyLinks() {}

    /** @param articles in the order in which they come */
    static FoundLinks of(List<LabelledArticle> articles) throws IOException {
        Settings settings = Settings.of(Map.of(
                "NEWSWIRE_STATE_DIR",
                Files.createTempDirectory("links").toString(),
                "NEWSWIRE_LINKS_PER_ARTICLE",
                MOST_LINKS));
        TopologyLinks links = new TopologyLinks();
        try (TopologyTestDriver driver = new TopologyTestDriver(
                EnrichService.topology(settings, new BareSerdes(), new SimpleMeterRegistry()),
                EnrichService.properties(settings),
                articles.get(0).at())) {
            links.run(driver, articles);
        }
        return links.found(articles);
    }

    private void run(TopologyTestDriver driver, List<LabelledArticle> articles) {
        TestInputTopic<String, RawArticle> raw = driver.createInputTopic(
                Topics.RAW.name(),
                new StringSerializer(),
                StateSerde.of(RawArticle.class).serializer());
        TestOutputTopic<String, RelatedArticles> related = driver.createOutputTopic(
                Topics.RELATED.name(),
                new StringDeserializer(),
                StateSerde.of(RelatedArticles.class).deserializer());
        for (LabelledArticle article : articles) {
            raw.pipeInput(article.id(), event(article), article.at());
            read(related);
        }
        boolean more = true;
        while (more) {
            driver.advanceWallClockTime(LATER);
            more = read(related);
        }
    }

    /** Whether anything was written. */
    private boolean read(TestOutputTopic<String, RelatedArticles> related) {
        boolean some = false;
        for (TestRecord<String, RelatedArticles> record : related.readRecordsToList()) {
            some = true;
            @Nullable RelatedArticles value = record.value();
            if (value == null) {
                written.remove(record.key());
            } else {
                written.put(record.key(), value);
            }
        }
        return some;
    }

    private FoundLinks found(List<LabelledArticle> articles) {
        Map<String, List<Link>> links = new TreeMap<>();
        Map<String, String> stories = new HashMap<>();
        for (LabelledArticle article : articles) {
            RelatedArticles value = written.get(article.id());
            links.put(article.id(), value == null ? List.of() : value.getLinks());
            stories.put(article.id(), value == null ? article.id() : value.getStoryId());
        }
        return new FoundLinks(links, stories);
    }

    private static RawArticle event(LabelledArticle article) {
        return RawArticle.newBuilder()
                .setArticleId(article.id())
                .setRevision(article.at().toEpochMilli())
                .setSource("labelled")
                .setTitle(article.title())
                .setBody(article.text())
                .setLanguage("en")
                .setReceivedAt(article.at())
                .setContentHash(article.id())
                .build();
    }

    /** Schemas need no registry where the same process writes and reads. */
    private static final class BareSerdes implements TopicSerdes {
        @Override
        public <V extends SpecificRecord> Serde<V> of(Topic<V> topic) {
            return StateSerde.of(topic.valueType());
        }
    }
}
