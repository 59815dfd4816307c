package dev.newswire.platform.lag;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Looks at the first record behind a position. Between two offsets there may be none, only markers of transactions, so
 * that a group that has read everything seems to be one behind.
 */
final class FirstUnread implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(100);
    private final KafkaConsumer<byte[], byte[]> consumer;

    /**
     * What was found.
     *
     * @param since times of first unread records
     * @param unknown partitions that could not be looked at in time
     */
    record Found(Map<TopicPartition, Instant> since, Set<TopicPartition> unknown) {}

    FirstUnread(Map<String, Object> kafka) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.keySet().removeIf(name -> name.startsWith("group.") || name.startsWith("transactional"));
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        // One record of each partition is all that is wanted.
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1_024);
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
        consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    Found find(Map<TopicPartition, Long> positions, Map<TopicPartition, Long> ends) {
        Set<TopicPartition> left = new HashSet<>(positions.keySet());
        left.removeIf(partition -> positions.getOrDefault(partition, 0L) >= ends.getOrDefault(partition, 0L));
        Map<TopicPartition, Instant> since = new HashMap<>();
        consumer.assign(left);
        left.forEach(partition -> consumer.seek(partition, positions.getOrDefault(partition, 0L)));
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (!left.isEmpty() && System.nanoTime() - giveUpAt < 0) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                since.putIfAbsent(partition, Instant.ofEpochMilli(Math.max(0, record.timestamp())));
            }
            left.removeAll(since.keySet());
            left.removeIf(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L));
            consumer.pause(since.keySet());
        }
        consumer.unsubscribe();
        return new Found(since, left);
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}
