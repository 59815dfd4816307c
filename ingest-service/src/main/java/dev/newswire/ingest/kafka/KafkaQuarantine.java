package dev.newswire.ingest.kafka;

import dev.newswire.ingest.intake.Quarantine;
import dev.newswire.ingest.intake.UnavailableException;
import dev.newswire.platform.deadletter.QuarantineWriter;
import dev.newswire.platform.deadletter.Reject;
import java.util.List;
import org.apache.kafka.common.KafkaException;

/** Quarantine as the topic {@code news.ingest.dlq.v1} with its fates. */
public final class KafkaQuarantine implements Quarantine, AutoCloseable {

    private final QuarantineWriter writer;

    /** Writes through this writer, which it closes. */
    public KafkaQuarantine(QuarantineWriter writer) {
        this.writer = writer;
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
