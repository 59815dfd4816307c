package dev.newswire.platform.streams;

import dev.newswire.platform.registry.RegistryUnavailableException;
import dev.newswire.platform.runtime.PersistentTask;
import dev.newswire.platform.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps this instance in step with a compacted topic that every instance needs whole. It reads every partition by itself,
 * belongs to no consumer group, and begins again whenever something fails; until then what was last read holds. What counts
 * is the newest record of each key alone, as compaction leaves it: one that is not usable takes back the one before.
 *
 * @param <V> type of the values
 */
public final class TopicFollower<V> implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int POLLS_TOGETHER = 5;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Source<V> source;
    private final Listener<V> listener;
    private final CountDownLatch isLoaded = new CountDownLatch(1);
    private final PersistentTask task;

    /**
     * What was last said under a key.
     *
     * @param value what was said
     * @param offset of its record: greater for what was said later under the same key
     */
    public record Held<V>(V value, long offset) {}

    /** Hears of values. */
    public interface Listener<V> {
        /** These hold from now on, by key, and no others. */
        void changed(NavigableMap<String, Held<V>> values);
    }

    /**
     * What is read.
     *
     * @param topic its name and more
     * @param deserializer of its values
     * @param isUsable whether a value counts under its key
     * @param most values that count; of more, those with the greatest keys are left out
     */
    public record Source<V>(Topic<V> topic, Deserializer<V> deserializer, BiPredicate<String, V> isUsable, int most) {}

    private TopicFollower(Supplier<Consumer<byte[], byte[]>> consumers, Source<V> source, Listener<V> listener) {
        this.consumers = consumers;
        this.source = source;
        this.listener = listener;
        String name = source.topic().name();
        this.task = new PersistentTask(
                "follow-" + name, name + " cannot be read now and is tried again", PAUSE, this::follow);
    }

    /**
     * Begins to read in the background.
     *
     * @param kafka client properties
     * @param clientId of its consumers
     * @param listener is told all values, first when the topic was read to its end and then whenever they change
     */
    public static <V> TopicFollower<V> open(
            Map<String, Object> kafka, String clientId, Source<V> source, Listener<V> listener) {
        return open(() -> new KafkaConsumer<>(consumer(kafka, clientId)), source, listener);
    }

    /** The same with consumers of committed records that commit nothing. */
    static <V> TopicFollower<V> open(
            Supplier<Consumer<byte[], byte[]>> consumers, Source<V> source, Listener<V> listener) {
        TopicFollower<V> follower = new TopicFollower<>(consumers, source, listener);
        follower.task.start();
        return follower;
    }

    private static Map<String, Object> consumer(Map<String, Object> kafka, String clientId) {
        Map<String, Object> configuration = new HashMap<>(kafka);
        configuration.keySet().removeIf(name -> name.startsWith("group."));
        configuration.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
        configuration.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        configuration.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        configuration.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return configuration;
    }

    /** Waits until the listener knows what the topic held when reading began. */
    public void awaitLoaded() {
        try {
            isLoaded.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "interrupted while " + source.topic().name() + " was read", stopping);
        }
    }

    @Override
    public void close() {
        task.close();
    }

    private void follow() {
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            follow(consumer);
        } catch (InterruptException stopping) {
            // Nobody else interrupts this thread.
            Thread.interrupted();
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        try {
            Map<TopicPartition, Long> ends = begin(consumer);
            NavigableMap<String, Held<V>> values = new TreeMap<>();
            while (!task.isClosing() && ends.entrySet().stream().anyMatch(end -> isBefore(end, consumer))) {
                take(consumer.poll(POLL), values);
            }
            tell(values);
            isLoaded.countDown();
            while (!task.isClosing()) {
                if (readOn(consumer, values)) {
                    tell(values);
                }
            }
        } catch (InterruptException stopping) {
            // A consumer that finds the flag set cannot close in peace.
            Thread.interrupted();
        }
    }

    private void tell(NavigableMap<String, Held<V>> values) {
        listener.changed(Collections.unmodifiableNavigableMap(new TreeMap<>(values)));
    }

    private static boolean isBefore(Map.Entry<TopicPartition, Long> end, Consumer<byte[], byte[]> consumer) {
        return consumer.position(end.getKey()) < end.getValue();
    }

    /** Reads what comes together, for a second at most, so that many values are told of at once. */
    private boolean readOn(Consumer<byte[], byte[]> consumer, NavigableMap<String, Held<V>> values) {
        boolean hasChanged = false;
        for (int i = 0; i < POLLS_TOGETHER; i++) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            if (records.isEmpty()) {
                return hasChanged;
            }
            hasChanged |= take(records, values);
        }
        return hasChanged;
    }

    private Map<TopicPartition, Long> begin(Consumer<byte[], byte[]> consumer) {
        String name = source.topic().name();
        List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException(name + " is missing: run `newswire topics --apply`");
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer.endOffsets(partitions);
    }

    private boolean take(ConsumerRecords<byte[], byte[]> records, NavigableMap<String, Held<V>> values) {
        boolean hasChanged = false;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (record.key() != null) {
                String key = new String(record.key(), StandardCharsets.UTF_8);
                V value = value(key, record);
                Held<V> held = value == null ? null : new Held<>(value, record.offset());
                hasChanged |= held != null || values.containsKey(key);
                put(key, held, values);
            }
        }
        return hasChanged;
    }

    private void put(String key, @Nullable Held<V> held, NavigableMap<String, Held<V>> values) {
        if (held == null) {
            values.remove(key);
            return;
        }
        values.put(key, held);
        if (values.size() > source.most()) {
            values.pollLastEntry();
        }
    }

    private @Nullable V value(String key, ConsumerRecord<byte[], byte[]> record) {
        try {
            V value = source.deserializer().deserialize(record.topic(), record.value());
            return value != null && source.isUsable().test(key, value) ? value : null;
        } catch (SerializationException | IllegalStateException | AvroRuntimeException e) {
            if (RegistryUnavailableException.isCauseOf(e)) {
                throw e;
            }
            // The topology sends it to the dead letters.
            return null;
        }
    }
}
