package dev.newswire.ingest.kafka;

import dev.newswire.ingest.backfill.LiveLane;
import dev.newswire.ingest.intake.UnavailableException;
import dev.newswire.platform.topic.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far a consumer group is behind the end of a topic: the sum over its partitions, in records. */
public final class GroupLag implements LiveLane, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Admin admin;
    private final String topic;
    private final String group;

    private GroupLag(Admin admin, String topic, String group) {
        this.admin = admin;
        this.topic = topic;
        this.group = group;
    }

    /** Connects in the background. */
    public static GroupLag connect(Map<String, Object> kafka, Topic<?> topic, String group) {
        return new GroupLag(Admin.create(kafka), topic.name(), group);
    }

    @Override
    public long lag() {
        try {
            Map<TopicPartition, Long> ends = offsets(OffsetSpec.latest());
            Map<TopicPartition, Long> begins = offsets(OffsetSpec.earliest());
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return ends.entrySet().stream()
                    .mapToLong(end ->
                            behind(end.getValue(), begins.getOrDefault(end.getKey(), 0L), committed.get(end.getKey())))
                    .sum();
        } catch (ExecutionException | TimeoutException failure) {
            throw new UnavailableException("the broker does not tell how far live news is", failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("stopping", stopping);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }

    /** A group that has committed nothing yet has everything before it. */
    private static long behind(long end, long begin, @Nullable OffsetAndMetadata committed) {
        return Math.max(0, end - (committed == null ? begin : committed.offset()));
    }

    private Map<TopicPartition, Long> offsets(OffsetSpec spec)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        Map<String, TopicDescription> described =
                admin.describeTopics(List.of(topic)).allTopicNames().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        for (TopicDescription description : described.values()) {
            description
                    .partitions()
                    .forEach(partition -> asked.put(new TopicPartition(topic, partition.partition()), spec));
        }
        Map<TopicPartition, ListOffsetsResultInfo> found =
                admin.listOffsets(asked).all().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        return found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }
}
