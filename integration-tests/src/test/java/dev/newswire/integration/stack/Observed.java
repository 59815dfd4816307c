package dev.newswire.integration.stack;

import dev.newswire.cli.audit.TopicReader;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.FeedSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** What consumers see: every committed record of the enriched articles, the feeds' entries and their snapshots. */
final class Observed implements AutoCloseable {
    private final TopicReader reader;
    private final Deserializer<EnrichedArticle> articles;
    private final Deserializer<FeedSnapshot> snapshotReader;
    private final Map<String, List<Long>> revisions = new HashMap<>();
    private final Map<String, Set<String>> entries = new HashMap<>();
    private final Map<String, FeedSnapshot> snapshots = new HashMap<>();

    Observed(Map<String, Object> kafka) {
        AvroTopicSerdes serdes = AvroTopicSerdes.from(kafka);
        articles = serdes.of(Topics.ENRICHED).deserializer();
        snapshotReader = serdes.of(Topics.FEED_SNAPSHOT).deserializer();
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

    /** Articles whose entry stands in a feed. */
    Set<String> articlesIn(String feedId) {
        return entries.getOrDefault(feedId, Set.of());
    }

    /** Feeds whose snapshot shows an article twice. */
    List<String> feedsWithDuplicates() {
        return snapshots.entrySet().stream()
                .filter(feed -> {
                    Set<String> seen = new HashSet<>();
                    return !feed.getValue().getEntries().stream().allMatch(entry -> seen.add(entry.getArticleId()));
                })
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Feeds whose snapshot counts other entries than there are. */
    List<String> feedsThatDiffer() {
        Set<String> feedIds = new TreeSet<>(entries.keySet());
        feedIds.addAll(snapshots.keySet());
        List<String> found = new ArrayList<>();
        for (String feedId : feedIds) {
            FeedSnapshot snapshot = snapshots.get(feedId);
            int counted = snapshot == null ? 0 : snapshot.getSize();
            int there = articlesIn(feedId).size();
            if (counted != there) {
                found.add(feedId + ": snapshot " + counted + ", entries " + there);
            }
        }
        return found;
    }

    @Override
    public void close() {
        reader.close();
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (Poison.isKey(record.key())) {
            return;
        }
        if (record.topic().equals(Topics.FEED_ENTRY.name())) {
            entry(record.key(), record.value() != null);
        } else if (record.topic().equals(Topics.FEED_SNAPSHOT.name())) {
            snapshot(record);
        } else if (record.value() != null) {
            revisions
                    .computeIfAbsent(record.key(), ignored -> new ArrayList<>())
                    .add(articles.deserialize(record.topic(), record.value()).getRevision());
        }
    }

    private void snapshot(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            snapshots.remove(record.key());
            return;
        }
        snapshots.put(record.key(), snapshotReader.deserialize(record.topic(), record.value()));
    }

    private void entry(String key, boolean present) {
        int bar = key.lastIndexOf('|');
        Set<String> there = entries.computeIfAbsent(key.substring(0, bar), ignored -> new TreeSet<>());
        if (present) {
            there.add(key.substring(bar + 1));
        } else {
            there.remove(key.substring(bar + 1));
        }
    }
}
