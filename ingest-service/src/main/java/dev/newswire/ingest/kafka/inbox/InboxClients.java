package dev.newswire.ingest.kafka.inbox;

import dev.newswire.platform.topic.Topic;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Clients set up so that a record has its effect once; other properties are the operator's. */
final class InboxClients {

    private static final String CLIENT = "news-ingest-inbox";
    private static final int FETCH_BYTES = 8 * 1024 * 1024;
    private static final int PARTITION_BYTES = 1024 * 1024;
    private static final int BLOCKING_LIMIT_MS = 10_000;
    private static final int DELIVERY_TIMEOUT_MS = 12_000;
    private static final int REQUEST_TIMEOUT_MS = 10_000;
    private static final int BATCH_BYTES = 256 * 1024;
    private static final int LINGER_MS = 5;

    /** Readers of the raw topic wait this long for a transaction whose writer was killed and does not come back. */
    private static final int TRANSACTION_TIMEOUT_MS = 15_000;

    private InboxClients() {}

    static Consumer<byte[], byte[]> consumer(Map<String, Object> kafka) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_BYTES);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Batches.MOST_RECORDS);
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, BLOCKING_LIMIT_MS);
        properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        properties.putAll(kafka);
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, CLIENT);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, Inbox.GROUP);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // Whatever came before the first start counts too.
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** @param instance name of this instance, the same after a restart */
    static Producer<byte[], byte[]> producer(Map<String, Object> kafka, String instance) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCKING_LIMIT_MS);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
        properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
        properties.putAll(kafka);
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, CLIENT);
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "news-ingest-inbox-" + instance);
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MESSAGE_BYTES);
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
