package dev.newswire.enrich;

import dev.newswire.enrich.entity.DefinitionRules;
import dev.newswire.platform.registry.RegistryUnavailableException;
import dev.newswire.platform.runtime.PersistentTask;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.EntityDefinition;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps this instance in step with the topic of definitions. It reads every partition by itself, belongs to no
 * consumer group, and begins again whenever something fails; until then the definitions last read hold. What counts is the
 * newest record of each key alone, as compaction leaves it: one that is no definition takes back the one before.
 */
final class DefinitionStore implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int POLLS_TOGETHER = 5;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Hears of definitions. */
    interface Listener {
        /** These hold from now on, and no others. */
        void defined(List<EntityDefinition> definitions);
    }

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Deserializer<EntityDefinition> deserializer;
    private final Listener listener;
    private final int most;
    private final CountDownLatch isLoaded = new CountDownLatch(1);
    private final PersistentTask task = new PersistentTask(
            "entity-definitions",
            "Definitions of entities cannot be read now and are tried again",
            PAUSE,
            this::follow);

    private DefinitionStore(
            Supplier<Consumer<byte[], byte[]>> consumers,
            Deserializer<EntityDefinition> deserializer,
            Listener listener,
            int most) {
        this.consumers = consumers;
        this.deserializer = deserializer;
        this.listener = listener;
        this.most = most;
    }

    /**
     * Begins to read in the background.
     *
     * @param consumers makes a consumer of committed records that commits nothing
     * @param listener is told all definitions, first when the topic was read to its end and then whenever they change
     * @param most definitions that count
     */
    static DefinitionStore open(
            Supplier<Consumer<byte[], byte[]>> consumers,
            Deserializer<EntityDefinition> deserializer,
            Listener listener,
            int most) {
        DefinitionStore store = new DefinitionStore(consumers, deserializer, listener, most);
        store.task.start();
        return store;
    }

    /** Waits until the listener knows what the topic held when reading began. */
    void awaitLoaded() {
        try {
            isLoaded.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while definitions of entities were read", stopping);
        }
    }

    @Override
    public void close() {
        task.close();
    }

    private void follow() {
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            follow(consumer);
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        try {
            Map<TopicPartition, Long> ends = begin(consumer);
            DefinitionBook book = new DefinitionBook(most);
            readUntil(ends, consumer, book);
            listener.defined(List.copyOf(book.all()));
            isLoaded.countDown();
            while (!task.isClosing()) {
                if (readOn(consumer, book)) {
                    listener.defined(List.copyOf(book.all()));
                }
            }
        } catch (InterruptException stopping) {
            // Nobody else interrupts this thread; a consumer that finds the flag set cannot close in peace.
            Thread.interrupted();
        }
    }

    private void readUntil(Map<TopicPartition, Long> ends, Consumer<byte[], byte[]> consumer, DefinitionBook book) {
        while (!task.isClosing()
                && ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            take(consumer.poll(POLL), book);
        }
    }

    /** Reads what comes together, for a second at most, so that many definitions do not each make a new table. */
    private boolean readOn(Consumer<byte[], byte[]> consumer, DefinitionBook book) {
        boolean hasChanged = false;
        for (int i = 0; i < POLLS_TOGETHER; i++) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            if (records.isEmpty()) {
                return hasChanged;
            }
            hasChanged |= take(records, book);
        }
        return hasChanged;
    }

    private static Map<TopicPartition, Long> begin(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.ENTITY_DEFINITION.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException(
                    Topics.ENTITY_DEFINITION.name() + " is missing: run `newswire topics --apply`");
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer.endOffsets(partitions);
    }

    private boolean take(ConsumerRecords<byte[], byte[]> records, DefinitionBook book) {
        boolean hasChanged = false;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (record.key() != null) {
                String id = new String(record.key(), StandardCharsets.UTF_8);
                hasChanged |= book.put(id, definition(id, record));
            }
        }
        return hasChanged;
    }

    private @Nullable EntityDefinition definition(String id, ConsumerRecord<byte[], byte[]> record) {
        try {
            EntityDefinition definition = deserializer.deserialize(record.topic(), record.value());
            boolean usable = definition != null
                    && DefinitionRules.mistake(id, definition).isEmpty();
            return usable ? definition : null;
        } catch (SerializationException | IllegalStateException | AvroRuntimeException e) {
            if (RegistryUnavailableException.isCauseOf(e)) {
                throw e;
            }
            // The topology sends it to the dead letters.
            return null;
        }
    }
}
