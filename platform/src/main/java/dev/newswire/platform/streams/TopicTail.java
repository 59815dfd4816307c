package dev.newswire.platform.streams;

import dev.newswire.platform.event.EventHeaders;
import dev.newswire.platform.runtime.PersistentTask;
import dev.newswire.platform.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * Follows a topic in the background: hands over every committed record of every partition, from a little before the end
 * on. It belongs to no group, so each instance hears everything. After a failure it goes on where it was.
 */
public final class TopicTail<V> implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Hears of records, on one thread. What it throws is logged, and the record comes again after a second. */
    public interface Listener<V> {
        /**
         * Reading begins, also again after a failure.
         *
         * @param positions for each partition where it begins; what came before is not handed over
         * @param ends for each partition the offset behind its last committed record at this moment
         */
        void begins(List<Long> positions, List<Long> ends);

        /** A record came. */
        void takes(TailedRecord<V> record);
    }

    private final Topic<V> topic;
    private final Map<String, Object> configuration;
    private final Function<byte[], V> decoder;
    private final int backlog;
    private final Listener<V> listener;
    private final Map<Integer, Long> next = new HashMap<>();
    private final PersistentTask task;

    private TopicTail(
            Topic<V> topic,
            Map<String, Object> configuration,
            Deserializer<V> deserializer,
            int backlog,
            Listener<V> listener) {
        this.topic = topic;
        this.configuration = configuration;
        this.decoder = bytes -> Objects.requireNonNull(deserializer.deserialize(topic.name(), bytes));
        this.backlog = backlog;
        this.listener = listener;
        this.task = new PersistentTask(
                "tail-" + topic.name(),
                topic.name() + " cannot be followed now and is tried again",
                PAUSE,
                this::follow);
    }

    /**
     * Begins to read in the background.
     *
     * @param kafka client properties
     * @param serde of the values
     * @param backlog offsets before the end of each partition at which reading begins, at least 0
     */
    public static <V> TopicTail<V> start(
            Topic<V> topic, Map<String, Object> kafka, Serde<V> serde, int backlog, Listener<V> listener) {
        TopicTail<V> tail =
                new TopicTail<>(topic, configuration(topic, kafka), serde.deserializer(), backlog, listener);
        tail.task.start();
        return tail;
    }

    @Override
    public void close() {
        task.close();
    }

    private void follow() {
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(configuration)) {
            try {
                begin(consumer);
                while (!task.isClosing()) {
                    consumer.poll(POLL).forEach(this::handOver);
                }
            } catch (InterruptException stopping) {
                // Nobody else interrupts this thread; a consumer that finds the flag set cannot close in peace.
                Thread.interrupted();
            }
        }
    }

    private void begin(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .sorted(Comparator.comparingInt(TopicPartition::partition))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException(topic.name() + " is missing: run `newswire topics --apply`");
        }
        consumer.assign(partitions);
        Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<Long> positions = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            long position = position(
                    partition.partition(), starts.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L));
            consumer.seek(partition, position);
            next.put(partition.partition(), position);
            positions.add(position);
        }
        listener.begins(
                positions,
                partitions.stream()
                        .map(partition -> ends.getOrDefault(partition, 0L))
                        .toList());
    }

    private long position(int partition, long start, long end) {
        Long known = next.get(partition);
        boolean goesOn = known != null && known >= start && known <= end;
        return goesOn ? known : Math.max(start, end - backlog);
    }

    private void handOver(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() != null) {
            String key = new String(record.key(), StandardCharsets.UTF_8);
            listener.takes(new TailedRecord<>(
                    record.partition(),
                    record.offset(),
                    record.timestamp(),
                    key,
                    record.value(),
                    eventType(record),
                    decoder));
        }
        next.put(record.partition(), record.offset() + 1);
    }

    private static @Nullable String eventType(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(EventHeaders.TYPE);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static Map<String, Object> configuration(Topic<?> topic, Map<String, Object> kafka) {
        Map<String, Object> configuration = new HashMap<>(kafka);
        configuration.keySet().removeIf(name -> name.startsWith("group."));
        configuration.put(ConsumerConfig.CLIENT_ID_CONFIG, "tail-" + topic.name());
        configuration.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        configuration.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        configuration.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        return configuration;
    }
}
