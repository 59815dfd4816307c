package dev.newswire.cli.dlq;

import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.event.EventOrigin;
import dev.newswire.platform.topic.Topic;
import dev.newswire.platform.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads the dead letters that are there now, one after the other: none is held for longer than it is looked at. */
public final class LetterReader {
    /** Topics of dead letters by the name of their service. */
    public static final Map<String, Topic<byte[]>> TOPICS = Map.of(
            "ingest", Topics.INGEST_DLQ,
            "enrich", Topics.ENRICH_DLQ,
            "publish", Topics.PUBLISH_DLQ,
            "parked", Topics.DLQ_PARKED);

    private static final Duration POLL = Duration.ofMillis(200);
    private final Map<String, Object> kafka;

    /** @param kafka client properties */
    public LetterReader(Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    /**
     * Hands over every letter of these topics that stands there now.
     *
     * @param since earlier letters are left out, as far as the broker can tell; null for all
     * @throws SettingException if a topic is not there
     */
    void read(Collection<String> topics, @Nullable Instant since, Consumer<Letter> sink) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> partitions(consumer, topic).stream())
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            if (since != null) {
                seek(consumer, partitions, since, ends);
            }
            readTo(ends, consumer, sink);
        }
    }

    /** The letter at a place; empty where it is no longer there or never was. */
    public Optional<Letter> find(EventOrigin place) {
        AtomicReference<@Nullable Letter> found = new AtomicReference<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            TopicPartition partition = new TopicPartition(place.topic(), place.partition());
            if (!partitions(consumer, place.topic()).contains(partition)) {
                return Optional.empty();
            }
            consumer.assign(Set.of(partition));
            long end = Math.min(
                    place.offset() + 1, consumer.endOffsets(Set.of(partition)).getOrDefault(partition, 0L));
            if (end <= place.offset()) {
                return Optional.empty();
            }
            consumer.seek(partition, place.offset());
            readTo(Map.of(partition, end), consumer, letter -> {
                if (letter.place().equals(place)) {
                    found.set(letter);
                }
            });
        }
        return Optional.ofNullable(found.get());
    }

    /** Hands over what stands in a partition from a place on; nothing where the partition is not there. */
    void readFrom(EventOrigin place, Consumer<Letter> sink) {
        TopicPartition partition = new TopicPartition(place.topic(), place.partition());
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            if (consumer.partitionsFor(place.topic()).size() <= place.partition()) {
                return;
            }
            consumer.assign(Set.of(partition));
            Map<TopicPartition, Long> ends = consumer.endOffsets(Set.of(partition));
            consumer.seek(partition, Math.min(place.offset(), ends.getOrDefault(partition, 0L)));
            readTo(ends, consumer, sink);
        }
    }

    /** How many partitions a topic has; 0 where it is not there. */
    int partitions(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return consumer.partitionsFor(topic).size();
        }
    }

    private static void readTo(
            Map<TopicPartition, Long> ends, KafkaConsumer<byte[], byte[]> consumer, Consumer<Letter> sink) {
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(record -> {
                long end = ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L);
                // What a run itself adds is for the next run.
                if (record.offset() < end) {
                    sink.accept(Letter.of(record));
                }
            });
        }
    }

    private static void seek(
            KafkaConsumer<byte[], byte[]> consumer,
            List<TopicPartition> partitions,
            Instant since,
            Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> asked = partitions.stream()
                .collect(Collectors.toMap(partition -> partition, partition -> since.toEpochMilli()));
        consumer.offsetsForTimes(asked)
                .forEach((partition, found) ->
                        consumer.seek(partition, found == null ? ends.getOrDefault(partition, 0L) : found.offset()));
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new SettingException("The topic " + topic + " is not there: make it with `newswire topics --apply`.");
        }
        return partitions;
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.keySet().removeIf(name -> name.startsWith("group.") || name.startsWith("transactional"));
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "newswire-dlq");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
