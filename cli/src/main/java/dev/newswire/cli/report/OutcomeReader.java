package dev.newswire.cli.report;

import dev.newswire.cli.audit.TopicReader;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.topic.Topic;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.FeedSnapshot;
import dev.newswire.schema.RelatedArticles;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads from the topics what became of the articles of one run. */
public final class OutcomeReader implements AutoCloseable {
    private final Map<String, Object> kafka;
    private final AvroTopicSerdes serdes;
    private final TopicReader events;
    private final Set<String> articleIds = new LinkedHashSet<>();

    /** Remembers where the events end now: the run's own come after. */
    public OutcomeReader(Map<String, Object> kafka) {
        this.kafka = kafka;
        this.serdes = AvroTopicSerdes.from(kafka);
        this.events = new TopicReader(kafka, List.of(Topics.RAW.name(), Topics.BACKFILL.name()));
        Map<TopicPartition, Long> start = events.ends();
        events.seek(start);
    }

    /** What the topics hold now about every article. */
    public static Outcome ofAll(Map<String, Object> kafka) {
        try (OutcomeReader reader = new OutcomeReader(kafka)) {
            reader.events.seekToBeginning();
            return reader.read();
        }
    }

    /** What the topics hold now about the articles that arrived since the start. */
    public Outcome read() {
        events.readToEnd(record -> articleIds.add(record.key()));
        Map<String, EnrichedArticle> articles = newest(Topics.ENRICHED);
        Map<String, RelatedArticles> related = newest(Topics.RELATED);
        Map<String, FeedSnapshot> feeds = newest(Topics.FEED_SNAPSHOT);
        return new Outcome(
                articleIds.stream()
                        .map(articles::get)
                        .filter(Objects::nonNull)
                        .sorted(Comparator.comparing(EnrichedArticle::getReceivedAt)
                                .thenComparing(EnrichedArticle::getTitle))
                        .toList(),
                articleIds.stream().map(related::get).filter(Objects::nonNull).toList(),
                feeds.values());
    }

    @Override
    public void close() {
        events.close();
    }

    private <V extends SpecificRecord> Map<String, V> newest(Topic<V> topic) {
        Map<String, V> values = new LinkedHashMap<>();
        try (TopicReader reader = new TopicReader(kafka, List.of(topic.name()));
                Deserializer<V> deserializer = serdes.of(topic).deserializer()) {
            reader.readToEnd(record -> {
                if (record.value() == null) {
                    values.remove(record.key());
                } else {
                    values.put(record.key(), deserializer.deserialize(topic.name(), record.value()));
                }
            });
        }
        return values;
    }
}
