package dev.newswire.platform.deadletter;

import dev.newswire.platform.event.EventOrigin;
import dev.newswire.platform.fate.Fates;
import dev.newswire.platform.serde.TopicSerdes;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.ArticleFate;
import dev.newswire.schema.Fate;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes what ingest rejects: the dead letter and its fate {@code QUARANTINED} in one transaction, so that neither is
 * ever without the other. Safe for use by several threads; they take turns.
 */
public final class QuarantineWriter implements AutoCloseable {
    private static final String SERVICE = "ingest";
    private final Map<String, Object> configuration;
    private final Serializer<ArticleFate> fates;
    private @Nullable KafkaProducer<String, byte[]> producer;

    /**
     * Nothing is connected before the first dead letter.
     *
     * @param kafka client properties
     * @param instance name of this instance, the same after a restart, so that a transaction it left open ends
     */
    public QuarantineWriter(Map<String, Object> kafka, TopicSerdes serdes, String instance) {
        configuration = new HashMap<>(kafka);
        configuration.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "news-ingest-quarantine-" + instance);
        configuration.put(ProducerConfig.CLIENT_ID_CONFIG, "news-ingest-quarantine");
        configuration.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        fates = serdes.of(Topics.FATE).serializer();
    }

    /**
     * Writes dead letters and their fates; returns when the broker has acknowledged all of them.
     *
     * @throws KafkaException if the broker does not take them: nothing was written
     */
    public synchronized void write(List<Reject> rejects) {
        KafkaProducer<String, byte[]> current = connected();
        try {
            current.beginTransaction();
            List<Future<RecordMetadata>> letters = new ArrayList<>();
            for (Reject reject : rejects) {
                letters.add(current.send(letter(reject)));
            }
            current.flush();
            for (int i = 0; i < letters.size(); i++) {
                current.send(fate(rejects.get(i), letters.get(i).get()));
            }
            current.commitTransaction();
        } catch (KafkaException | ExecutionException e) {
            // A producer after a failed transaction may be fenced for good; the next call starts a new one.
            close();
            throw e instanceof KafkaException failure ? failure : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            close();
            throw new InterruptException(e);
        }
    }

    private KafkaProducer<String, byte[]> connected() {
        if (producer != null) {
            return producer;
        }
        KafkaProducer<String, byte[]> created =
                new KafkaProducer<>(configuration, new StringSerializer(), new ByteArraySerializer());
        try {
            created.initTransactions();
        } catch (KafkaException e) {
            created.close(java.time.Duration.ZERO);
            throw e;
        }
        producer = created;
        return created;
    }

    private static ProducerRecord<String, byte[]> letter(Reject reject) {
        RecordHeaders headers = new RecordHeaders();
        DeadLetterHeaders.addRefusal(headers, reject.rule(), reject.reason());
        reject.attributes().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new ProducerRecord<>(
                Topics.INGEST_DLQ.name(), null, reject.receivedAt(), reject.articleId(), reject.bytes(), headers);
    }

    private ProducerRecord<String, byte[]> fate(Reject reject, RecordMetadata letter) {
        EventOrigin origin = new EventOrigin(letter.topic(), letter.partition(), letter.offset());
        ArticleFate fate = Fates.of(
                Fate.QUARANTINED,
                SERVICE,
                origin,
                reject.articleId(),
                reject.source(),
                0,
                reject.reason(),
                reject.receivedAt());
        byte[] value = fates.serialize(Topics.FATE.name(), fate);
        return new ProducerRecord<>(Topics.FATE.name(), null, reject.receivedAt(), Fates.key(fate), value);
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(java.time.Duration.ofSeconds(5));
            producer = null;
        }
    }
}
