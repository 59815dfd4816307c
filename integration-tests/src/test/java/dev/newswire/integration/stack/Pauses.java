package dev.newswire.integration.stack;

import dev.newswire.platform.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Listens to the output as a consumer does, and measures for how long each partition was silent. */
final class Pauses implements AutoCloseable {
    private static final List<String> TOPICS = List.of(Topics.ENRICHED.name(), Topics.FEED_ENTRY.name());
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> lastAt = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> longest = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::run, "pauses");
    private final AtomicLong articles = new AtomicLong();
    private volatile boolean stopped;

    private Pauses(Map<String, Object> kafka) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put("isolation.level", "read_committed");
        properties.put("metadata.max.age.ms", "1000");
        consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = TOPICS.stream()
                .flatMap(topic -> Stream.iterate(0, i -> i + 1)
                        .limit(Stack.PARTITIONS)
                        .map(partition -> new TopicPartition(topic, partition)))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread.setDaemon(true);
    }

    static Pauses start(Map<String, Object> kafka) {
        Pauses pauses = new Pauses(kafka);
        pauses.thread.start();
        return pauses;
    }

    /** Whether every partition of the articles, and one of the feeds, has spoken since (as of nanoTime). */
    boolean flowsSince(long nanos) {
        long articles = lastAt.entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(Topics.ENRICHED.name()) && entry.getValue() > nanos)
                .count();
        boolean feeds = lastAt.entrySet().stream()
                .anyMatch(entry -> entry.getKey().topic().equals(Topics.FEED_ENTRY.name()) && entry.getValue() > nanos);
        return articles == Stack.PARTITIONS && feeds;
    }

    /** Articles that have come out since the start. */
    long articles() {
        return articles.get();
    }

    /** Longest silence between two records of the partition of the articles that was silent longest. */
    Duration longestOfArticles() {
        return longest(Topics.ENRICHED.name());
    }

    /** The same of the feeds' entries, in the partition that was silent for the shortest time: the busiest. */
    Duration longestOfFeeds() {
        return Duration.ofNanos(longest.entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(Topics.FEED_ENTRY.name()))
                .mapToLong(Map.Entry::getValue)
                .min()
                .orElse(0));
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration longest(String topic) {
        return Duration.ofNanos(longest.entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(topic))
                .mapToLong(Map.Entry::getValue)
                .max()
                .orElse(0));
    }

    private void run() {
        try (consumer) {
            while (!stopped) {
                ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofMillis(50));
                records.partitions().forEach(this::heard);
                records.records(Topics.ENRICHED.name()).forEach(ignored -> articles.incrementAndGet());
            }
        }
    }

    private void heard(TopicPartition partition) {
        long now = System.nanoTime();
        Long before = lastAt.put(partition, now);
        if (before != null) {
            longest.merge(partition, now - before, Math::max);
        }
    }
}
