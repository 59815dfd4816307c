package dev.newswire.ingest.kafka;

import dev.newswire.ingest.intake.ArticleLog;
import dev.newswire.ingest.intake.OversizeException;
import dev.newswire.ingest.intake.UnavailableException;
import dev.newswire.platform.event.EventHeaders;
import dev.newswire.platform.serde.TopicSerdes;
import dev.newswire.platform.topic.Topic;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.EventKind;
import dev.newswire.schema.RawArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The log as a topic of raw events, the live one or the one for history: one record an event, keyed by article, acknowledged by every in-sync
 * replica, never written twice by a retry.
 */
public final class RawPublisher implements ArticleLog, AutoCloseable {

    /** Long enough for an election, short enough for a client that waits for its answer. */
    private static final int DELIVERY_TIMEOUT_MS = 30_000;

    private static final int REQUEST_TIMEOUT_MS = 10_000;
    private static final int BLOCKING_LIMIT_MS = 10_000;

    /** A stream fills batches, which compress better and cost the broker less; who waits for an answer hurries them. */
    private static final int LINGER_MS = 100;

    private static final int BATCH_BYTES = 256 * 1024;
    private static final int REQUEST_BYTES = 4 * 1024 * 1024;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Producer<String, RawArticle> producer;
    private final Serializer<RawArticle> serializer;
    private final Topic<RawArticle> topic;

    /** Writes through this producer, which it closes. */
    RawPublisher(Producer<String, RawArticle> producer, Serializer<RawArticle> serializer, Topic<RawArticle> topic) {
        this.producer = producer;
        this.serializer = serializer;
        this.topic = topic;
    }

    /**
     * Connects to the live topic in the background.
     *
     * @param kafka client properties; they win over our defaults, except where these are what is promised
     */
    public static RawPublisher connect(Map<String, Object> kafka, TopicSerdes serdes) {
        return connect(kafka, serdes, Topics.RAW);
    }

    /** Connects to a topic of raw events in the background. */
    public static RawPublisher connect(Map<String, Object> kafka, TopicSerdes serdes, Topic<RawArticle> topic) {
        Serializer<RawArticle> serializer = serdes.of(topic).serializer();
        return new RawPublisher(
                new KafkaProducer<>(configuration(kafka), new StringSerializer(), serializer), serializer, topic);
    }

    /**
     * Lets the serializer learn the schema's id, so that a registry that goes away later is not missed.
     *
     * @throws org.apache.kafka.common.KafkaException if the registry does not answer
     */
    public void warmUp() {
        RawArticle smallest = RawArticle.newBuilder()
                .setArticleId("")
                .setRevision(0)
                .setSource("")
                .setReceivedAt(Instant.EPOCH)
                .build();
        serializer.serialize(topic.name(), smallest);
    }

    @Override
    public CompletableFuture<Void> append(RawArticle event, @Nullable String traceParent) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        ProducerRecord<String, RawArticle> message = new ProducerRecord<>(
                topic.name(), null, event.getReceivedAt().toEpochMilli(), event.getArticleId(), event);
        String type = event.getKind() == EventKind.RETRACT ? "article.retracted" : "article.upserted";
        EventHeaders.stamp(message.headers(), type, event.getSource(), event.getReceivedAt(), traceParent);
        try {
            producer.send(message, (metadata, failure) -> complete(done, failure));
        } catch (RuntimeException failure) {
            // Serializers are chosen by configuration and throw what they like.
            complete(done, failure);
        }
        return done;
    }

    @Override
    public void hurry() {
        try {
            producer.flush();
        } catch (InterruptException stopping) {
            // The thread is marked again: whoever waits for an event next finds out.
        }
    }

    /** Waits for what is under way, 5 s at most. */
    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }

    private static void complete(CompletableFuture<Void> done, @Nullable Exception failure) {
        if (failure == null) {
            done.complete(null);
            return;
        }
        boolean isOversize = failure instanceof RecordTooLargeException;
        done.completeExceptionally(
                isOversize
                        ? new OversizeException(String.valueOf(failure.getMessage()))
                        : new UnavailableException("the broker did not take the event", failure));
    }

    /** Client properties with timeouts after which a sender is better told to come back; given ones win. */
    static Map<String, Object> withTimeouts(Map<String, Object> kafka) {
        Map<String, Object> configuration = new HashMap<>();
        configuration.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
        configuration.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCKING_LIMIT_MS);
        configuration.putAll(kafka);
        return configuration;
    }

    /** Properties of the producer: given ones win, except where these are what is promised. */
    public static Map<String, Object> configuration(Map<String, Object> kafka) {
        Map<String, Object> configuration = new HashMap<>();
        configuration.put(ProducerConfig.CLIENT_ID_CONFIG, "news-ingest");
        configuration.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        configuration.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        configuration.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        configuration.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, REQUEST_BYTES);
        configuration.putAll(withTimeouts(kafka));
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        configuration.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return configuration;
    }
}
