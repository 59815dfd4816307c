package dev.newswire.integration.local;

import dev.newswire.cli.audit.TopicReader;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.FeedSnapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** What the topics of feeds hold: the entries by feed, and the snapshots. */
public final class FeedContents {
    public static final List<String> TOPICS = List.of(Topics.FEED_ENTRY.name(), Topics.FEED_SNAPSHOT.name());

    private final Map<String, Set<String>> entries = new TreeMap<>();
    private final Map<String, FeedSnapshot> snapshots = new TreeMap<>();

    static FeedContents read(Map<String, Object> kafka) {
        FeedContents contents = new FeedContents();
        try (TopicReader reader = new TopicReader(kafka, TOPICS);
                Deserializer<FeedSnapshot> snapshots =
                        AvroTopicSerdes.from(kafka).of(Topics.FEED_SNAPSHOT).deserializer()) {
            reader.readToEnd(record -> contents.take(record, snapshots));
        }
        return contents;
    }

    /** Takes in a record of one of the topics; what an earlier one of its key said is forgotten. */
    public void take(ConsumerRecord<String, byte[]> record, Deserializer<FeedSnapshot> deserializer) {
        if (record.topic().equals(Topics.FEED_ENTRY.name())) {
            entry(record.key(), record.value() != null);
        } else if (record.value() == null) {
            snapshots.remove(record.key());
        } else {
            snapshots.put(record.key(), deserializer.deserialize(record.topic(), record.value()));
        }
    }

    Map<String, Set<String>> entries() {
        return entries;
    }

    Map<String, FeedSnapshot> snapshots() {
        return snapshots;
    }

    /** Articles whose entry stands in a feed. */
    public Set<String> articlesIn(String feedId) {
        return entries.getOrDefault(feedId, Set.of());
    }

    /** Feeds whose snapshot shows an article twice. */
    public List<String> duplicates() {
        List<String> found = new ArrayList<>();
        snapshots.forEach((feedId, snapshot) -> {
            Set<String> seen = new HashSet<>();
            if (!snapshot.getEntries().stream().allMatch(entry -> seen.add(entry.getArticleId()))) {
                found.add(feedId);
            }
        });
        return found;
    }

    /** Feeds whose snapshot counts other entries than the entry topic holds. */
    public List<String> sizesThatDiffer() {
        List<String> found = new ArrayList<>();
        Set<String> feedIds = new TreeSet<>(entries.keySet());
        feedIds.addAll(snapshots.keySet());
        for (String feedId : feedIds) {
            FeedSnapshot snapshot = snapshots.get(feedId);
            int counted = snapshot == null ? 0 : snapshot.getSize();
            if (counted != articlesIn(feedId).size()) {
                found.add(feedId + ": snapshot " + counted + ", entries "
                        + articlesIn(feedId).size());
            }
        }
        return found;
    }

    private void entry(String key, boolean present) {
        int bar = key.lastIndexOf('|');
        Set<String> articles = entries.computeIfAbsent(key.substring(0, bar), ignored -> new TreeSet<>());
        if (present) {
            articles.add(key.substring(bar + 1));
        } else {
            articles.remove(key.substring(bar + 1));
        }
    }
}
