package dev.newswire.platform.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.platform.testing.RegistryStub;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.EntityDefinition;
import dev.newswire.schema.EntityType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicFollowerTest {
    private static final String TOPIC = Topics.ENTITY_DEFINITION.name();
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final String BRACKWATER = "nw:brackwater-dynamics";
    private static final String QUENDRY = "nw:tamsin-quendry";
    private static final long PATIENCE_SECONDS = 60;

    private final RegistryStub registry = RegistryStub.provisioned();
    private final Serializer<EntityDefinition> serializer =
            registry.serdes().of(Topics.ENTITY_DEFINITION).serializer();
    private final BlockingQueue<List<String>> told = new LinkedBlockingQueue<>();
    private final BlockingQueue<MockConsumer<byte[], byte[]>> consumers = new LinkedBlockingQueue<>();
    private long end;

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void whatTheTopicHoldsIsToldBeforeAnythingIsRead() {
        MockConsumer<byte[], byte[]> consumer =
                consumer(List.of(put(definition(BRACKWATER)), put(definition(QUENDRY))));
        try (TopicFollower<EntityDefinition> follower = open(consumer)) {
            follower.awaitLoaded();
            assertThat(told.peek()).containsExactly(BRACKWATER, QUENDRY);
        }
        assertThat(consumer.closed()).isTrue();
    }

    @Test
    void laterDefinitionsAndTombstonesCountAtOnce() throws InterruptedException {
        MockConsumer<byte[], byte[]> consumer = consumer(List.of());
        try (TopicFollower<EntityDefinition> follower = open(consumer)) {
            assertThat(next()).isEmpty();
            follower.awaitLoaded();

            add(consumer, put(definition(BRACKWATER)));
            assertThat(next()).containsExactly(BRACKWATER);

            add(consumer, record(BRACKWATER, null));
            assertThat(next()).isEmpty();
        }
    }

    @Test
    void poisonTakesBackWhatItsKeySaidBeforeAndHarmsNothingElse() throws InterruptedException {
        MockConsumer<byte[], byte[]> consumer = consumer(List.of(
                put(definition(QUENDRY)),
                put(definition(BRACKWATER)),
                record(BRACKWATER, new byte[] {9, 9, 9}),
                record("nw:other", bytes(definition("Q7184"))),
                new ConsumerRecord<>(TOPIC, 0, end++, null, new byte[] {1})));
        try (TopicFollower<EntityDefinition> follower = open(consumer)) {
            assertThat(next()).containsExactly(QUENDRY);
            follower.awaitLoaded();
        }
    }

    @Test
    void aBrokerThatIsAwayIsAskedAgain() throws InterruptedException {
        MockConsumer<byte[], byte[]> first = consumer(List.of(put(definition(BRACKWATER))));
        consumers.add(first);
        MockConsumer<byte[], byte[]> second = consumer(List.of(put(definition(QUENDRY))));
        try (TopicFollower<EntityDefinition> follower = open(second)) {
            assertThat(next()).containsExactly(BRACKWATER);
            follower.awaitLoaded();
            first.schedulePollTask(() -> {
                throw new KafkaException("The broker went away");
            });
            assertThat(next()).containsExactly(QUENDRY);
            assertThat(first.closed()).isTrue();
        }
    }

    @Test
    void ofTooManyThoseWithTheSmallestKeysCount() throws InterruptedException {
        MockConsumer<byte[], byte[]> consumer =
                consumer(List.of(put(definition("nw:c")), put(definition("nw:a")), put(definition("nw:b"))));
        consumers.add(consumer);
        try (TopicFollower<EntityDefinition> follower = open(2)) {
            assertThat(next()).containsExactly("nw:a", "nw:b");
            follower.awaitLoaded();
        }
    }

    private TopicFollower<EntityDefinition> open(MockConsumer<byte[], byte[]> consumer) {
        consumers.add(consumer);
        return open(10);
    }

    private TopicFollower<EntityDefinition> open(int most) {
        return TopicFollower.open(
                consumers::remove,
                new TopicFollower.Source<>(
                        Topics.ENTITY_DEFINITION,
                        registry.serdes().of(Topics.ENTITY_DEFINITION).deserializer(),
                        (key, definition) -> definition.getEntityId().equals(key),
                        most),
                held -> told.add(List.copyOf(held.keySet())));
    }

    private static EntityDefinition.Builder definition(String id) {
        return EntityDefinition.newBuilder().setEntityId(id).setName("A name").setType(EntityType.PERSON);
    }

    private List<String> next() throws InterruptedException {
        return Objects.requireNonNull(told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "nothing was told");
    }

    /** A consumer of a topic that holds these records. */
    private MockConsumer<byte[], byte[]> consumer(List<ConsumerRecord<byte[], byte[]>> held) {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
        consumer.updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, Node.noNode(), new Node[0], new Node[0])));
        consumer.updateBeginningOffsets(
                Map.of(PARTITION, held.isEmpty() ? end : held.get(0).offset()));
        consumer.updateEndOffsets(Map.of(PARTITION, end));
        consumer.schedulePollTask(() -> held.forEach(consumer::addRecord));
        return consumer;
    }

    private void add(MockConsumer<byte[], byte[]> consumer, ConsumerRecord<byte[], byte[]> record) {
        consumer.updateEndOffsets(Map.of(PARTITION, end));
        consumer.schedulePollTask(() -> consumer.addRecord(record));
    }

    private ConsumerRecord<byte[], byte[]> put(EntityDefinition.Builder definition) {
        return record(definition.getEntityId(), bytes(definition));
    }

    private ConsumerRecord<byte[], byte[]> record(String key, byte @Nullable [] value) {
        return new ConsumerRecord<>(TOPIC, 0, end++, key.getBytes(StandardCharsets.UTF_8), value);
    }

    private byte[] bytes(EntityDefinition.Builder definition) {
        return serializer.serialize(TOPIC, definition.build());
    }
}
