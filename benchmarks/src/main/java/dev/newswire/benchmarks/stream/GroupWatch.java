package dev.newswire.benchmarks.stream;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far an application has come, by what its group has committed. */
final class GroupWatch {
    private final Admin admin;
    private final String group;
    private final String counted;
    private Map<TopicPartition, Long> committed = Map.of();
    private long movedAt = System.nanoTime();

    /**
     * @param group the application's id
     * @param counted topic whose records are counted
     */
    GroupWatch(Admin admin, String group, String counted) {
        this.admin = admin;
        this.group = group;
        this.counted = counted;
    }

    /** Looks again. */
    void look() throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> now = new HashMap<>();
        for (Map.Entry<TopicPartition, OffsetAndMetadata> entry : admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .entrySet()) {
            if (entry.getValue() != null) {
                now.put(entry.getKey(), entry.getValue().offset());
            }
        }
        if (!now.equals(committed)) {
            committed = now;
            movedAt = System.nanoTime();
        }
    }

    /** Records of the counted topic that are done. */
    long done() {
        return records().getOrDefault(counted, 0L);
    }

    /** Offsets passed by topic: records, and the markers of transactions among them. */
    Map<String, Long> records() {
        Map<String, Long> records = new TreeMap<>();
        committed.forEach((partition, offset) -> records.merge(partition.topic(), offset, Long::sum));
        return records;
    }

    /** When it was last seen to have moved, as {@link System#nanoTime()} gives it. */
    long movedAt() {
        return movedAt;
    }
}
