package dev.newswire.cli.reenrich;

import dev.newswire.platform.serde.TopicSerdes;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.EnrichedArticle;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The articles as they stand: of each, the newest record of the enriched topic. A partition is read twice, first for its
 * keys, so that no more than those of one partition are held.
 */
public final class CurrentArticles implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Deserializer<EnrichedArticle> deserializer;
    private final Map<TopicPartition, Long> ends;

    /** An article and the headers that it was written with. */
    public record Shown(EnrichedArticle article, Headers headers) {}

    /** @param kafka client properties */
    public CurrentArticles(Map<String, Object> kafka, TopicSerdes serdes) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.keySet().removeIf(name -> name.startsWith("group.") || name.startsWith("transactional"));
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        deserializer = serdes.of(Topics.ENRICHED).deserializer();
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.ENRICHED.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        ends = consumer.endOffsets(partitions);
    }

    /** Where the topic ended when this was made: what is written later comes behind. */
    public Map<TopicPartition, Long> ends() {
        return Map.copyOf(ends);
    }

    /** Hands over every article that stood when this was made. */
    public void forEach(Consumer<Shown> sink) {
        for (TopicPartition partition : ends.keySet()) {
            Map<String, Long> newest = new HashMap<>();
            read(partition, record -> newest.put(record.key(), record.offset()));
            read(partition, record -> {
                if (record.value() != null && newest.getOrDefault(record.key(), -1L) == record.offset()) {
                    sink.accept(new Shown(deserializer.deserialize(record.topic(), record.value()), record.headers()));
                }
            });
        }
    }

    @Override
    public void close() {
        consumer.close();
        deserializer.close();
    }

    private void read(TopicPartition partition, Consumer<ConsumerRecord<String, byte[]>> sink) {
        long end = ends.getOrDefault(partition, 0L);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < end) {
                    sink.accept(record);
                }
            }
        }
    }
}
