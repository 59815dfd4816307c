package dev.newswire.publish;

import dev.newswire.platform.serde.TopicSerdes;
import dev.newswire.platform.topic.Topics;
import dev.newswire.publish.definitions.DefinitionWriter;
import dev.newswire.schema.FeedDefinition;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes definitions of feeds to their topic. */
final class FeedDefinitionPublisher implements DefinitionWriter, AutoCloseable {
    private static final int SEND_TIMEOUT_MS = 10_000;

    private final KafkaProducer<String, @Nullable FeedDefinition> producer;

    /** @param kafka client properties */
    FeedDefinitionPublisher(Map<String, Object> kafka, TopicSerdes serdes) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, "news-publish-definitions");
        // Whoever asks waits: it is told of a failure rather than kept.
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, SEND_TIMEOUT_MS);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, SEND_TIMEOUT_MS / 2);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, SEND_TIMEOUT_MS);
        this.producer = new KafkaProducer<>(
                properties,
                new StringSerializer(),
                serdes.of(Topics.FEED_DEFINITION).serializer());
    }

    @Override
    public CompletionStage<Void> write(String feedId, @Nullable FeedDefinition definition) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        producer.send(new ProducerRecord<>(Topics.FEED_DEFINITION.name(), feedId, definition), (metadata, failure) -> {
            if (failure == null) {
                done.complete(null);
            } else {
                done.completeExceptionally(failure);
            }
        });
        return done;
    }

    @Override
    public void close() {
        producer.close();
    }
}
