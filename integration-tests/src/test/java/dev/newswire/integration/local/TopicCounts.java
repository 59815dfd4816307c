package dev.newswire.integration.local;

import dev.newswire.cli.audit.TopicReader;
import dev.newswire.platform.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many records each topic has taken, committed ones only. */
record TopicCounts(Map<String, Long> byTopic) {
    static TopicCounts of(LocalFixture pipeline) {
        Map<String, Long> counts = new TreeMap<>();
        List<String> topics = Topics.ALL.stream().map(topic -> topic.name()).toList();
        try (TopicReader reader = new TopicReader(pipeline.settings().kafka(), topics)) {
            reader.readToEnd(record -> counts.merge(record.topic(), 1L, Long::sum));
        }
        return new TopicCounts(counts);
    }

    /** Of what consumers read: articles, links, entries, snapshots. */
    Map<String, Long> output() {
        Map<String, Long> output = new TreeMap<>();
        for (String topic : List.of(
                Topics.ENRICHED.name(), Topics.RELATED.name(), Topics.FEED_ENTRY.name(), Topics.FEED_SNAPSHOT.name())) {
            output.put(topic, byTopic.getOrDefault(topic, 0L));
        }
        return output;
    }
}
