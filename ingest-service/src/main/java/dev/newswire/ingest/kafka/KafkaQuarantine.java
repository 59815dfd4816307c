package dev.newswire.ingest.kafka;

import dev.newswire.ingest.intake.Quarantine;
import dev.newswire.ingest.intake.UnavailableException;
import dev.newswire.platform.deadletter.QuarantineWriter;
import dev.newswire.platform.deadletter.Reject;
import dev.newswire.platform.serde.TopicSerdes;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;

/** Quarantine as the topic {@code news.ingest.dlq.v1} with its fates. */
public final class KafkaQuarantine implements Quarantine, AutoCloseable {

    /** Readers of the ledger wait this long for a transaction whose writer was killed. */
    private static final int TRANSACTION_TIMEOUT_MS = 15_000;

    private final QuarantineWriter writer;

    private KafkaQuarantine(QuarantineWriter writer) {
        this.writer = writer;
    }

    /**
     * Connects with the first dead letter.
     *
     * @param kafka client properties
     * @param instance name of this instance, the same after a restart
     */
    public static KafkaQuarantine connect(Map<String, Object> kafka, TopicSerdes serdes, String instance) {
        Map<String, Object> configuration = RawPublisher.withTimeouts(kafka);
        configuration.putIfAbsent(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
        return new KafkaQuarantine(new QuarantineWriter(configuration, serdes, instance));
    }

    @Override
    public void put(List<Reject> rejects) {
        try {
            writer.write(rejects);
        } catch (KafkaException failure) {
            throw new UnavailableException("the broker did not take the dead letters", failure);
        }
    }

    @Override
    public void close() {
        writer.close();
    }
}
