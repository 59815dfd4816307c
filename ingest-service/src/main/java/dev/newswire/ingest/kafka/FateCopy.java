package dev.newswire.ingest.kafka;

import dev.newswire.ingest.fate.FateStore;
import dev.newswire.platform.registry.RegistryUnavailableException;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.ArticleFate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies the ledger into a store, step by step. For one thread. */
final class FateCopy {

    private static final Logger LOG = LoggerFactory.getLogger(FateCopy.class);
    private static final Duration POLL = Duration.ofMillis(250);

    private final Consumer<byte[], byte[]> consumer;
    private final Deserializer<ArticleFate> deserializer;
    private final FateStore store;
    private final Map<TopicPartition, Long> ends = new HashMap<>();

    FateCopy(Consumer<byte[], byte[]> consumer, Deserializer<ArticleFate> deserializer, FateStore store) {
        this.consumer = consumer;
        this.deserializer = deserializer;
        this.store = store;
    }

    /** Goes to where the store was left, and remembers where the ledger ends now. */
    void begin(int partitions) {
        List<TopicPartition> all = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(Topics.FATE.name(), partition))
                .toList();
        consumer.assign(all);
        for (TopicPartition partition : all) {
            Long position = store.position(partition.partition());
            if (position == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, position);
            }
        }
        ends.putAll(consumer.endOffsets(all));
    }

    /** Copies what has come, if anything. */
    void step() {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        List<ArticleFate> fates = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> found : records) {
            read(found, fates);
        }
        Map<Integer, Long> positions = new HashMap<>();
        records.nextOffsets().forEach((partition, next) -> positions.put(partition.partition(), next.offset()));
        if (!positions.isEmpty()) {
            store.write(fates, positions);
        }
        ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** Whether all has been copied that the ledger held at the beginning. */
    boolean isCaughtUp() {
        return ends.isEmpty();
    }

    /** Whether the ledger has grown by partitions that are not read. */
    boolean hasMorePartitions() {
        return consumer.partitionsFor(Topics.FATE.name()).size()
                > consumer.assignment().size();
    }

    private void read(ConsumerRecord<byte[], byte[]> found, List<ArticleFate> fates) {
        try {
            ArticleFate fate = deserializer.deserialize(found.topic(), found.value());
            if (fate != null) {
                fates.add(fate);
            }
        } catch (RuntimeException unreadable) {
            if (RegistryUnavailableException.isCauseOf(unreadable)) {
                throw unreadable;
            }
            // The audit reads the same ledger and reports it; nothing hangs on one fate here.
            LOG.warn("A fate cannot be read: partition {}, offset {}", found.partition(), found.offset(), unreadable);
        }
    }
}
