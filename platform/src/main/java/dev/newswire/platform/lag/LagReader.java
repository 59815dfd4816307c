package dev.newswire.platform.lag;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** Reads from the broker how far a group is behind. For one thread. */
public final class LagReader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final Admin admin;
    private final FirstUnread firstUnread;

    /** @param kafka client properties */
    public LagReader(Map<String, Object> kafka) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put("client.id", "newswire-lag");
        this.admin = Admin.create(properties);
        this.firstUnread = new FirstUnread(properties);
    }

    /**
     * The lag of a group in every partition that it has committed to, and in every partition of these topics.
     *
     * @param topics that the group reads; those that are not there are left out
     * @throws KafkaException if the broker does not tell
     */
    public List<PartitionLag> read(String group, Collection<String> topics) {
        Map<TopicPartition, OffsetAndMetadata> committed =
                new HashMap<>(get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()));
        List<TopicPartition> partitions = partitions(topics, committed);
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
        Map<TopicPartition, Long> begins = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> positions = new HashMap<>();
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata offset = committed.get(partition);
            long begin = begins.getOrDefault(partition, 0L);
            positions.put(partition, offset == null ? begin : Math.max(begin, offset.offset()));
        }
        return lags(positions, ends, committed);
    }

    @Override
    public void close() {
        firstUnread.close();
        admin.close(Duration.ofSeconds(1));
    }

    private List<PartitionLag> lags(
            Map<TopicPartition, Long> positions,
            Map<TopicPartition, Long> ends,
            Map<TopicPartition, OffsetAndMetadata> committed) {
        FirstUnread.Found found = firstUnread.find(positions, ends);
        List<PartitionLag> lags = new ArrayList<>();
        positions.forEach((partition, position) -> {
            long end = ends.getOrDefault(partition, position);
            OffsetAndMetadata offset = committed.get(partition);
            Instant since = found.since().get(partition);
            boolean isNone = since == null && !found.unknown().contains(partition);
            lags.add(new PartitionLag(
                    partition.topic(),
                    partition.partition(),
                    offset == null ? -1 : offset.offset(),
                    end,
                    isNone ? 0 : Math.max(0, end - position),
                    since));
        });
        lags.sort(Comparator.comparing(PartitionLag::topic).thenComparing(PartitionLag::partition));
        return lags;
    }

    private List<TopicPartition> partitions(
            Collection<String> topics, Map<TopicPartition, OffsetAndMetadata> committed) {
        List<TopicPartition> partitions = new ArrayList<>(committed.keySet());
        admin.describeTopics(topics).topicNameValues().forEach((topic, description) -> {
            try {
                get(description).partitions().forEach(info -> {
                    TopicPartition partition = new TopicPartition(topic, info.partition());
                    if (!committed.containsKey(partition)) {
                        partitions.add(partition);
                    }
                });
            } catch (org.apache.kafka.common.errors.UnknownTopicOrPartitionException e) {
                // Not provisioned: there is nothing to be behind of.
            }
        });
        return partitions;
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, spec));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        get(admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all())
                .forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (TimeoutException e) {
            throw new org.apache.kafka.common.errors.TimeoutException("the broker does not answer", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException failure ? failure : new KafkaException(e.getCause());
        }
    }
}
