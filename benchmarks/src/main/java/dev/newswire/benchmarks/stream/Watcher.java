package dev.newswire.benchmarks.stream;

import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.serde.TopicSerdes;
import dev.newswire.platform.topic.Topics;
import dev.newswire.publish.feed.EntryTopicKey;
import dev.newswire.publish.feed.FeedIds;
import dev.newswire.schema.ArticleFate;
import dev.newswire.schema.FeedEntry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads entries and fates as any consumer would, committed ones only, and tells of them at once. */
final class Watcher implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final String PUBLISHER = "source";

    private final Consumer<String, byte[]> consumer;
    private final Deserializer<FeedEntry> entries;
    private final Deserializer<ArticleFate> fates;
    private final Thread thread;
    private volatile Sightings sightings;
    private volatile boolean stops;
    private volatile long sawAt = System.nanoTime();

    private Watcher(Map<String, Object> kafka, Sightings first) {
        TopicSerdes serdes = AvroTopicSerdes.from(kafka);
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        this.consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        this.entries = serdes.of(Topics.FEED_ENTRY).deserializer();
        this.fates = serdes.of(Topics.FATE).deserializer();
        this.sightings = first;
        this.thread = new Thread(this::run, "watcher");
    }

    /** Watches from now on. */
    static Watcher start(Map<String, Object> kafka, Sightings first) {
        Watcher watcher = new Watcher(kafka, first);
        List<TopicPartition> partitions = Stream.of(Topics.FEED_ENTRY, Topics.FATE)
                .flatMap(topic -> watcher.consumer.partitionsFor(topic.name()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        watcher.consumer.assign(partitions);
        watcher.consumer.seekToEnd(partitions);
        watcher.thread.setDaemon(true);
        watcher.thread.start();
        return watcher;
    }

    /** Tells these from now on. */
    void tell(Sightings others) {
        sightings = others;
    }

    /** Whether nothing has come for so long. */
    boolean stillFor(Duration duration) {
        return System.nanoTime() - sawAt > duration.toNanos();
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        stops = true;
        try {
            thread.join();
            consumer.close();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stops) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                see(record, System.nanoTime());
            }
        }
    }

    private void see(ConsumerRecord<String, byte[]> record, long at) {
        sawAt = at;
        Sightings told = sightings;
        if (record.topic().equals(Topics.FATE.name())) {
            ArticleFate fate = fates.deserialize(record.topic(), record.value());
            told.fate(String.valueOf(fate.getArticleId()), fate.getRevision());
            return;
        }
        if (FeedIds.family(EntryTopicKey.feedId(record.key())).equals(PUBLISHER)) {
            told.entry(
                    EntryTopicKey.articleId(record.key()),
                    () -> entries.deserialize(record.topic(), record.value()),
                    at);
        }
    }
}
