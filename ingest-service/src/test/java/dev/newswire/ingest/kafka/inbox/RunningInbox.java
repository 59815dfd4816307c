package dev.newswire.ingest.kafka.inbox;

import dev.newswire.ingest.intake.Intake;
import dev.newswire.ingest.intake.IntakeMetrics;
import dev.newswire.ingest.intake.Limits;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.serde.TopicSerdes;
import dev.newswire.platform.testing.RegistryStub;
import dev.newswire.platform.topic.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The loop with Kafka's own stand-ins for its clients and a registry over real HTTP. */
final class RunningInbox implements AutoCloseable {

    static final Instant NOW = Instant.parse("2025-07-30T12:00:00Z");
    static final Instant APPENDED = Instant.parse("2025-07-30T09:00:00Z");
    static final TopicPartition FIRST = new TopicPartition(Topics.INBOX.name(), 0);
    static final TopicPartition SECOND = new TopicPartition(Topics.INBOX.name(), 1);

    final RegistryStub registry = RegistryStub.provisioned();
    final Gateway gateway = new Gateway(registry.url());
    final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    final List<MockProducer<byte[], byte[]>> producers = new ArrayList<>();
    final InboxLoop loop;
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    RunningInbox() {
        consumer.subscribe(List.of(Topics.INBOX.name()));
        consumer.rebalance(List.of(FIRST, SECOND));
        consumer.updateBeginningOffsets(Map.of(FIRST, 0L, SECOND, 0L));
        TopicSerdes serdes = AvroTopicSerdes.from(
                Map.of("schema.registry.url", gateway.url(), "newswire.registry.retry.timeout.ms", "200"));
        InboxWriter writer = new InboxWriter(
                this::newProducer,
                new InboxEvents(serdes.of(Topics.RAW).serializer()),
                new InboxLetters(serdes.of(Topics.FATE).serializer()));
        InboxDecoder decoder = new InboxDecoder(serdes.of(Topics.INBOX).deserializer(), 1024 * 1024);
        InboxReader reader = new InboxReader(decoder, new Intake(Limits.STANDARD), InstantSource.fixed(NOW));
        IntakeMetrics counters = new IntakeMetrics(metrics, "inbox");
        loop = new InboxLoop(
                consumer, reader, writer, counters, new Backoff(Duration.ofMillis(1), Duration.ofMillis(2)));
    }

    MockProducer<byte[], byte[]> producer() {
        return producers.get(producers.size() - 1);
    }

    /** Records that a transaction carried through, of one topic. */
    List<ProducerRecord<byte[], byte[]>> written(String topic) {
        return producers.stream()
                .flatMap(producer -> producer.history().stream())
                .filter(record -> record.topic().equals(topic))
                .toList();
    }

    void add(TopicPartition partition, long offset, byte @Nullable [] value) {
        add(partition, offset, APPENDED, TimestampType.LOG_APPEND_TIME, value, Map.of());
    }

    void add(TopicPartition partition, long offset, String value) {
        add(partition, offset, value.getBytes(StandardCharsets.UTF_8));
    }

    void add(
            TopicPartition partition,
            long offset,
            Instant at,
            TimestampType type,
            byte @Nullable [] value,
            Map<String, String> headers) {
        RecordHeaders kept = new RecordHeaders();
        headers.forEach((name, text) -> kept.add(name, text.getBytes(StandardCharsets.UTF_8)));
        consumer.addRecord(new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                at.toEpochMilli(),
                type,
                3,
                value == null ? -1 : value.length,
                "key".getBytes(StandardCharsets.UTF_8),
                value,
                kept,
                Optional.of(0)));
    }

    double counted(String what) {
        return metrics.find("newswire.ingest.articles." + what).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    @Override
    public void close() {
        gateway.close();
        registry.close();
    }

    private MockProducer<byte[], byte[]> newProducer() {
        MockProducer<byte[], byte[]> producer =
                new MockProducer<>(Cluster.empty(), true, null, new ByteArraySerializer(), new ByteArraySerializer());
        producers.add(producer);
        return producer;
    }
}
