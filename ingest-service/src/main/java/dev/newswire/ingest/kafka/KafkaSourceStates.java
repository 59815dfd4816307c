package dev.newswire.ingest.kafka;

import dev.newswire.ingest.intake.UnavailableException;
import dev.newswire.ingest.poll.SourceStates;
import dev.newswire.platform.registry.RegistryUnavailableException;
import dev.newswire.platform.serde.TopicSerdes;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.SourceState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * States of sources in the compacted topic {@code news.source.state.v1}. A consumer group shares its partitions out: who is
 * given one reads it from the beginning and then polls the sources whose ids fall into it.
 */
public final class KafkaSourceStates implements AutoCloseable {

    /** Consumer group of the instances that poll. */
    public static final String GROUP = "news-ingest-poll";

    private static final Logger LOG = LoggerFactory.getLogger(KafkaSourceStates.class);
    private static final String TOPIC = Topics.SOURCE_STATE.name();
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);
    private static final long RETRY_MS = 1_000;

    /** A partition whose states are being read, up to where it ended when it was given. */
    private record Restoring(long end, Map<String, SourceState> states) {}

    private final Consumer<String, byte[]> consumer;
    private final Producer<String, byte[]> producer;
    private final Serializer<SourceState> serializer;
    private final Deserializer<SourceState> deserializer;
    private final SourceStates states = new SourceStates(this::partitionOf, this::write);
    private final Map<TopicPartition, Restoring> restoring = new HashMap<>();
    private final Thread thread = new Thread(this::run, "source-states");
    private volatile int partitions = 1;
    private volatile boolean isClosing;

    private KafkaSourceStates(Map<String, Object> kafka, TopicSerdes serdes) {
        consumer = new KafkaConsumer<>(reading(kafka), new StringDeserializer(), new ByteArrayDeserializer());
        producer = new KafkaProducer<>(writing(kafka), new StringSerializer(), new ByteArraySerializer());
        var serde = serdes.of(Topics.SOURCE_STATE);
        serializer = serde.serializer();
        deserializer = serde.deserializer();
    }

    /** Joins the group; partitions come in the background. */
    public static KafkaSourceStates start(Map<String, Object> kafka, TopicSerdes serdes) {
        KafkaSourceStates started = new KafkaSourceStates(kafka, serdes);
        started.thread.setDaemon(true);
        started.thread.start();
        return started;
    }

    /** What is known of the sources that are this instance's to poll. */
    public SourceStates states() {
        return states;
    }

    /** Leaves the group, so that others take over at once. */
    @Override
    public void close() {
        isClosing = true;
        consumer.wakeup();
        try {
            thread.join(CLOSE_TIMEOUT.multipliedBy(2).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(CLOSE_TIMEOUT);
    }

    private void run() {
        consumer.subscribe(List.of(TOPIC), new Shares());
        while (!isClosing) {
            try {
                readOn();
            } catch (WakeupException e) {
                LOG.debug("Waking up to stop");
            } catch (KafkaException e) {
                LOG.warn("States of sources cannot be read just now: {}", e.getMessage());
                pause();
            }
        }
        try {
            consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(CLOSE_TIMEOUT));
        } catch (KafkaException e) {
            LOG.debug("Leaving the group failed", e);
        }
    }

    private void readOn() {
        for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
            Restoring share = restoring.get(new TopicPartition(message.topic(), message.partition()));
            if (share != null && !restore(message, share.states())) {
                return;
            }
        }
        restoring.entrySet().removeIf(entry -> isRestored(entry.getKey(), entry.getValue()));
    }

    private boolean isRestored(TopicPartition partition, Restoring share) {
        if (consumer.position(partition) < share.end()) {
            return false;
        }
        states.assign(partition.partition(), share.states());
        LOG.info(
                "Polling the sources of partition {}: {} are known",
                partition.partition(),
                share.states().size());
        return true;
    }

    /** Whether the reading may go on: a registry that is away is waited for. */
    private boolean restore(ConsumerRecord<String, byte[]> message, Map<String, SourceState> into) {
        try {
            SourceState state = message.value() == null ? null : deserializer.deserialize(TOPIC, message.value());
            if (state == null) {
                into.remove(message.key());
            } else {
                into.put(message.key(), state);
            }
            return true;
        } catch (RuntimeException e) {
            if (RegistryUnavailableException.isCauseOf(e)) {
                // Back to the beginning: the poll has moved past records of other partitions too.
                consumer.seekToBeginning(restoring.keySet());
                pause();
                return false;
            }
            LOG.warn("The state of source {} cannot be read; it is polled as if it were new", message.key(), e);
            into.remove(message.key());
            return true;
        }
    }

    private int partitionOf(String id) {
        return Utils.toPositive(Utils.murmur2(id.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    private void write(SourceState state, int partition) {
        try {
            byte[] value = serializer.serialize(TOPIC, state);
            producer.send(new ProducerRecord<>(TOPIC, partition, state.getSourceId(), value))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("the service is stopping", e);
        } catch (ExecutionException | RuntimeException e) {
            throw new UnavailableException("the broker did not take the state of a source", e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, Object> reading(Map<String, Object> kafka) {
        Map<String, Object> configuration = new HashMap<>(kafka);
        configuration.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        configuration.put(ConsumerConfig.CLIENT_ID_CONFIG, GROUP);
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        configuration.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        return configuration;
    }

    private static Map<String, Object> writing(Map<String, Object> kafka) {
        Map<String, Object> configuration = new HashMap<>();
        configuration.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        configuration.putAll(RawPublisher.withTimeouts(kafka));
        configuration.put(ProducerConfig.CLIENT_ID_CONFIG, GROUP);
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        configuration.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return configuration;
    }

    /** What the group gives and takes. */
    private final class Shares implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> given) {
            partitions = consumer.partitionsFor(TOPIC).size();
            consumer.seekToBeginning(given);
            consumer.endOffsets(given)
                    .forEach((partition, end) -> restoring.put(partition, new Restoring(end, new HashMap<>())));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> taken) {
            end(taken, PATIENCE);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> taken) {
            end(taken, Duration.ZERO);
        }

        private void end(Collection<TopicPartition> taken, Duration patience) {
            restoring.keySet().removeAll(taken);
            taken.forEach(partition -> states.revoke(partition.partition(), patience));
        }
    }
}
