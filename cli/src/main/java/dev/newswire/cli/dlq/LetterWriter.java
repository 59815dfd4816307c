package dev.newswire.cli.dlq;

import dev.newswire.platform.event.EventOrigin;
import dev.newswire.platform.serde.TopicSerdes;
import dev.newswire.platform.topic.Topic;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.LetterDecision;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes what is sent and what is thereby decided in one transaction. All runs share one transactional id: a run that
 * begins ends what another has left open and shuts it out, so that no letter is sent by two of them.
 */
final class LetterWriter implements AutoCloseable {
    private static final String TRANSACTIONAL_ID = "newswire-dlq";
    private final KafkaProducer<byte[], byte[]> producer;
    private final Serializer<LetterDecision> decisions;

    /** Shuts out any other run; decisions that are read from now on are the last word. */
    LetterWriter(Map<String, Object> kafka, TopicSerdes serdes) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONAL_ID);
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, TRANSACTIONAL_ID);
        properties.putIfAbsent(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 15_000);
        properties.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MESSAGE_BYTES);
        decisions = serdes.of(Topics.DLQ_DECISION).serializer();
        producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
        } catch (KafkaException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    /** Writes records and decisions; returns when all of them count. */
    void write(List<ProducerRecord<byte[], byte[]>> records, List<LetterDecision> decided) {
        if (records.isEmpty() && decided.isEmpty()) {
            return;
        }
        try {
            producer.beginTransaction();
            List<Future<?>> sent = new ArrayList<>();
            records.forEach(record -> sent.add(producer.send(record)));
            decided.forEach(decision -> sent.add(producer.send(record(decision))));
            producer.flush();
            for (Future<?> one : sent) {
                one.get();
            }
            producer.commitTransaction();
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw shutOut(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProducerFencedException
                    || e.getCause() instanceof InvalidProducerEpochException) {
                throw shutOut(e.getCause());
            }
            producer.abortTransaction();
            throw e.getCause() instanceof KafkaException failure ? failure : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }

    private static IllegalStateException shutOut(Throwable cause) {
        return new IllegalStateException(
                "Another `newswire dlq` run has begun and takes over; what this one has sent is noted", cause);
    }

    private ProducerRecord<byte[], byte[]> record(LetterDecision decision) {
        String topic = Topics.DLQ_DECISION.name();
        String key = new EventOrigin(
                        decision.getLetterTopic(), decision.getLetterPartition(), decision.getLetterOffset())
                .toString();
        return new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), decisions.serialize(topic, decision));
    }
}
