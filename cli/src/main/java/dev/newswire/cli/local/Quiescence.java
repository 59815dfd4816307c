package dev.newswire.cli.local;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Tells when the stream applications have nothing left to read. */
final class Quiescence {
    private static final List<String> GROUPS = List.of("news-enrich", "news-publish");
    /** Longer than changes of links wait. */
    private static final long STILL_MS = 1_500;

    private final Admin admin;
    private Map<TopicPartition, Long> endsBefore = Map.of();
    private Map<TopicPartition, Long> committedBefore = Map.of();
    private long stillSince = System.nanoTime();
    private long movedAt = System.nanoTime();

    Quiescence(Admin admin) {
        this.admin = admin;
    }

    /**
     * Whether both applications have committed all that they read from, and nothing has moved for a while. A
     * transaction's end marker takes an offset that is committed only with the next record, hence the margin of one.
     */
    boolean reached() throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> committed = committed();
        Map<TopicPartition, Long> ends = ends(committed.keySet());
        if (!committed.equals(committedBefore)) {
            committedBefore = committed;
            movedAt = System.nanoTime();
        }
        boolean level = committed.entrySet().stream()
                .allMatch(entry -> ends.getOrDefault(entry.getKey(), 0L) - entry.getValue() <= 1);
        if (!level || !ends.equals(endsBefore)) {
            endsBefore = ends;
            stillSince = System.nanoTime();
            return false;
        }
        return System.nanoTime() - stillSince > STILL_MS * 1_000_000;
    }

    /** Nanoseconds since the applications last committed progress. */
    long stalledFor() {
        return System.nanoTime() - movedAt;
    }

    private Map<TopicPartition, Long> committed() throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (String group : GROUPS) {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            committed.forEach((partition, offset) -> {
                if (offset != null) {
                    offsets.put(partition, offset.offset());
                }
            });
        }
        return offsets;
    }

    private Map<TopicPartition, Long> ends(Iterable<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .forEach((partition, info) -> ends.put(partition, info.offset()));
        return ends;
    }
}
