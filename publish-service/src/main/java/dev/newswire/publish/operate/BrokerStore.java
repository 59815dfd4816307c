package dev.newswire.publish.operate;

import dev.newswire.platform.topic.Topic;
import dev.newswire.platform.topic.Topics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** What the brokers tell of the services: how far each consumer group is, and how many dead letters there are. */
public final class BrokerStore implements AutoCloseable {
    private static final String OURS = "news-";
    private static final int PATIENCE_MS = 2_000;
    private static final List<Topic<byte[]>> DEAD_LETTERS =
            List.of(Topics.INGEST_DLQ, Topics.ENRICH_DLQ, Topics.PUBLISH_DLQ);

    private final Admin admin;

    /** @param kafka client properties; a group or topic that they may not describe is an error */
    public BrokerStore(Map<String, Object> kafka) {
        Map<String, Object> configuration = new HashMap<>(kafka);
        configuration.put("client.id", "news-publish-operator");
        configuration.put("default.api.timeout.ms", PATIENCE_MS);
        configuration.put("request.timeout.ms", PATIENCE_MS);
        this.admin = Admin.create(configuration);
    }

    /**
     * Consumer groups of the services, by name.
     *
     * @throws UnavailableException if the brokers do not answer in time, or refuse to
     */
    public List<PipelineStatus.Group> groups() {
        List<String> names = get(
                        admin.listGroups(ListGroupsOptions.forConsumerGroups()).all())
                .stream()
                .map(GroupListing::groupId)
                .filter(name -> name.startsWith(OURS))
                .sorted()
                .toList();
        Map<String, ConsumerGroupDescription> descriptions =
                get(admin.describeConsumerGroups(names).all());
        Map<String, ListConsumerGroupOffsetsSpec> specifications = new HashMap<>();
        names.forEach(name -> specifications.put(name, new ListConsumerGroupOffsetsSpec()));
        Map<String, Map<TopicPartition, OffsetAndMetadata>> read =
                get(admin.listConsumerGroupOffsets(specifications).all());
        List<PipelineStatus.Group> groups = new ArrayList<>();
        for (ConsumerGroupDescription group : descriptions.values()) {
            groups.add(new PipelineStatus.Group(
                    group.groupId(),
                    group.groupState().toString(),
                    group.members().size(),
                    lag(read.getOrDefault(group.groupId(), Map.of()))));
        }
        groups.sort(Comparator.comparing(PipelineStatus.Group::name));
        return groups;
    }

    /**
     * Topics of dead letters.
     *
     * @throws UnavailableException if the brokers do not answer in time, or refuse to
     */
    public List<PipelineStatus.DeadLetters> deadLetters() {
        List<String> names = DEAD_LETTERS.stream().map(Topic::name).toList();
        List<PipelineStatus.DeadLetters> counts = new ArrayList<>();
        get(admin.describeTopics(names).allTopicNames()).forEach((name, topic) -> {
            List<TopicPartition> partitions = topic.partitions().stream()
                    .map(partition -> new TopicPartition(name, partition.partition()))
                    .toList();
            counts.add(new PipelineStatus.DeadLetters(
                    name,
                    sum(offsets(partitions, OffsetSpec.latest())) - sum(offsets(partitions, OffsetSpec.earliest()))));
        });
        counts.sort(Comparator.comparing(PipelineStatus.DeadLetters::topic));
        return counts;
    }

    @Override
    public void close() {
        admin.close();
    }

    private long lag(Map<TopicPartition, OffsetAndMetadata> read) {
        Map<TopicPartition, Long> ends = offsets(List.copyOf(read.keySet()), OffsetSpec.latest());
        long lag = 0;
        for (Map.Entry<TopicPartition, OffsetAndMetadata> partition : read.entrySet()) {
            OffsetAndMetadata offset = partition.getValue();
            if (offset != null) {
                lag += Math.max(0, ends.getOrDefault(partition.getKey(), 0L) - offset.offset());
            }
        }
        return lag;
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        Map<TopicPartition, ListOffsetsResultInfo> answer =
                get(admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all());
        answer.forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("interrupted while the brokers were asked", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new UnavailableException("the brokers do not answer", e);
        }
    }
}
