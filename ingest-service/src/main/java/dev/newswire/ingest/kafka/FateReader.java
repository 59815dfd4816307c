package dev.newswire.ingest.kafka;

import dev.newswire.ingest.fate.FateBook;
import dev.newswire.ingest.fate.FateStore;
import dev.newswire.ingest.fate.NotCaughtUpException;
import dev.newswire.platform.runtime.PersistentTask;
import dev.newswire.platform.serde.TopicSerdes;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.ArticleFate;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Keeps a copy of the ledger's last 30 days on this instance's disk, so that any instance can tell what became of an
 * article. It reads every partition by itself, belongs to no consumer group, and begins again whenever something fails; the
 * rest of the service neither waits for it nor fails with it.
 */
public final class FateReader implements FateBook, AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, Object> kafka;
    private final Deserializer<ArticleFate> deserializer;
    private final Path folder;
    private final AtomicBoolean isCaughtUp = new AtomicBoolean();
    private final PersistentTask task = new PersistentTask(
            "fate-reader", "The fates of articles cannot be read now and are tried again", PAUSE, this::read);
    private volatile FateBook book = FateBook.CLOSED;

    private FateReader(Map<String, Object> kafka, Deserializer<ArticleFate> deserializer, Path folder) {
        this.kafka = kafka;
        this.deserializer = deserializer;
        this.folder = folder;
    }

    /**
     * Begins to read in the background.
     *
     * @param kafka client properties
     * @param folder for what is kept, and for nothing else
     */
    public static FateReader start(Map<String, Object> kafka, TopicSerdes serdes, Path folder, MeterRegistry metrics) {
        FateReader reader = new FateReader(kafka, serdes.of(Topics.FATE).deserializer(), folder);
        metrics.gauge("newswire.ingest.fates.read", reader.isCaughtUp, caughtUp -> caughtUp.get() ? 1 : 0);
        reader.task.start();
        return reader;
    }

    @Override
    public List<ArticleFate> find(String articleId) {
        if (!isCaughtUp.get()) {
            throw new NotCaughtUpException();
        }
        return book.find(articleId);
    }

    @Override
    public void close() {
        task.close();
    }

    private void read() throws ExecutionException, InterruptedException, TimeoutException {
        TopicDescription ledger = describe();
        try (FateStore store = FateStore.open(folder, ledger.topicId().toString(), InstantSource.system());
                KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(configuration())) {
            book = store;
            FateCopy copy = new FateCopy(consumer, deserializer, store);
            follow(copy, ledger.partitions().size());
        } finally {
            isCaughtUp.set(false);
            book = FateBook.CLOSED;
        }
    }

    private void follow(FateCopy copy, int partitions) {
        try {
            copy.begin(partitions);
            while (!task.isClosing() && !copy.hasMorePartitions()) {
                copy.step();
                isCaughtUp.compareAndSet(false, copy.isCaughtUp());
            }
        } catch (InterruptException stopping) {
            // Nobody else interrupts this thread; a consumer that finds the flag set cannot close in peace.
            Thread.interrupted();
        }
    }

    private TopicDescription describe() throws ExecutionException, InterruptedException, TimeoutException {
        String name = Topics.FATE.name();
        try (Admin admin = Admin.create(kafka)) {
            return Objects.requireNonNull(
                    admin.describeTopics(List.of(name))
                            .allTopicNames()
                            .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                            .get(name),
                    name);
        }
    }

    private Map<String, Object> configuration() {
        Map<String, Object> configuration = new HashMap<>(kafka);
        configuration.put(ConsumerConfig.CLIENT_ID_CONFIG, "news-ingest-fates");
        configuration.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        configuration.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        configuration.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // A ledger that lost its beginning to retention is read from what is left.
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        configuration.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return configuration;
    }
}
