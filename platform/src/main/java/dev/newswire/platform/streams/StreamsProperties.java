package dev.newswire.platform.streams;

import dev.newswire.platform.config.Settings;
import dev.newswire.platform.deadletter.QuarantineHandler;
import dev.newswire.platform.topic.Topic;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;

/** Configuration of a Kafka Streams application: our defaults, and every {@code KAFKA_*} setting over them. */
public final class StreamsProperties {
    // Its constant is deprecated from birth: the next major version will have no other choice.
    private static final String GLOBAL_HANDLER = "processing.exception.handler.global.enabled";

    /** Of stores that are written again and again within a commit; shared by all threads. */
    private static final long CACHE_BYTES = 32 * 1024 * 1024;

    private StreamsProperties() {}

    /**
     * @param applicationId also the consumer group
     * @param deadLetters where records go that cannot be read or processed
     * @param eventTopics topics whose records are events that must have a fate
     */
    public static Properties of(
            Settings settings, String applicationId, Topic<byte[]> deadLetters, List<Topic<?>> eventTopics) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
        // What comes out does not depend on the order of topics: nothing waits until the others have been asked.
        properties.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.integer("NEWSWIRE_STREAM_THREADS", 2, 1, 256));
        properties.put(
                StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.integer("NEWSWIRE_STANDBY_REPLICAS", 1, 0, 8));
        properties.put(
                StreamsConfig.STATE_DIR_CONFIG,
                settings.text("NEWSWIRE_STATE_DIR", System.getProperty("java.io.tmpdir") + "/newswire-state"));
        properties.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "zstd");
        // At its default of 3 it took a quarter of the time of publish's threads.
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_ZSTD_LEVEL_CONFIG), 1);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Topic.MESSAGE_BYTES);
        properties.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), Topic.MESSAGE_BYTES);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(GLOBAL_HANDLER, true);
        quarantine(properties, deadLetters, eventTopics);
        properties.putAll(settings.kafka());
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        return properties;
    }

    private static void quarantine(Properties properties, Topic<byte[]> deadLetters, List<Topic<?>> eventTopics) {
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, QuarantineHandler.class);
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, QuarantineHandler.class);
        properties.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, deadLetters.name());
        properties.put(
                QuarantineHandler.EVENT_TOPICS,
                eventTopics.stream().map(Topic::name).collect(Collectors.joining(",")));
    }
}
