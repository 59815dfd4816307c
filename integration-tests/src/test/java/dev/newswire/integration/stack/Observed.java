package dev.newswire.integration.stack;

import dev.newswire.cli.audit.TopicReader;
import dev.newswire.integration.local.FeedContents;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.FeedSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** What consumers see: every committed record of the enriched articles, the feeds' entries and their snapshots. */
final class Observed implements AutoCloseable {
    private final TopicReader reader;
    private final Deserializer<EnrichedArticle> articles;
    private final Deserializer<FeedSnapshot> snapshots;
    private final Map<String, List<Long>> revisions = new HashMap<>();
    private final FeedContents feeds = new FeedContents();

    Observed(Map<String, Object> kafka) {
        AvroTopicSerdes serdes = AvroTopicSerdes.from(kafka);
        articles = serdes.of(Topics.ENRICHED).deserializer();
        snapshots = serdes.of(Topics.FEED_SNAPSHOT).deserializer();
        reader = new TopicReader(
                kafka, List.of(Topics.ENRICHED.name(), Topics.FEED_ENTRY.name(), Topics.FEED_SNAPSHOT.name()));
    }

    /** Reads on to where the topics end now. */
    void update() {
        reader.readToEnd(this::take);
    }

    /** The revisions of an article in the order in which they were written, each as often as it was. */
    List<Long> revisions(String articleId) {
        return revisions.getOrDefault(articleId, List.of());
    }

    /** What stands in the feeds. */
    FeedContents feeds() {
        return feeds;
    }

    @Override
    public void close() {
        reader.close();
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (Poison.isKey(record.key())) {
            return;
        }
        if (FeedContents.TOPICS.contains(record.topic())) {
            feeds.take(record, snapshots);
        } else if (record.value() != null) {
            revisions
                    .computeIfAbsent(record.key(), ignored -> new ArrayList<>())
                    .add(articles.deserialize(record.topic(), record.value()).getRevision());
        }
    }
}
