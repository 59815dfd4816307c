package dev.newswire.benchmarks.reads;

import dev.newswire.platform.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What a consumer of entries hears of committed transactions, and when. */
final class EntryTopic implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final String LATEST = "latest|";

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Long> arrivals = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> standing = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::read, "entries");
    private volatile boolean closing;

    private EntryTopic(KafkaConsumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    /** Begins to read, from the beginning. @param kafka client properties */
    static EntryTopic open(Map<String, Object> kafka) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put("isolation.level", "read_committed");
        properties.put("auto.offset.reset", "earliest");
        properties.put("enable.auto.commit", false);
        EntryTopic topic =
                new EntryTopic(new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer()));
        topic.consumer.assign(topic.consumer.partitionsFor(Topics.FEED_ENTRY.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
        topic.thread.setDaemon(true);
        topic.thread.start();
        return topic;
    }

    /** When each article first stood in {@code latest}, in {@link System#nanoTime}. */
    Map<String, Long> arrivals() {
        return arrivals;
    }

    /** Whether no feed has an entry of the article. */
    boolean isAbsent(String articleId) {
        return standing.getOrDefault(articleId, Set.of()).isEmpty();
    }

    private void read() {
        while (!closing) {
            consumer.poll(POLL).forEach(this::take);
        }
        consumer.close();
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        String key = record.key();
        String articleId = key.substring(key.lastIndexOf('|') + 1);
        Set<String> feeds = standing.computeIfAbsent(articleId, unknown -> ConcurrentHashMap.newKeySet());
        if (record.value() == null) {
            feeds.remove(key);
            return;
        }
        feeds.add(key);
        if (key.startsWith(LATEST)) {
            arrivals.putIfAbsent(articleId, System.nanoTime());
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
