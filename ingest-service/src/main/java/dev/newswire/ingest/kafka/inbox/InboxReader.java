package dev.newswire.ingest.kafka.inbox;

import dev.newswire.ingest.intake.Intake;
import dev.newswire.ingest.source.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;

/** Turns a record of the inbox into an event or a refusal, by the same rules as everything else that comes in. */
final class InboxReader {

    /** How far the broker's clock may be ahead of ours. */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(1);

    private final InboxDecoder decoder;
    private final Intake intake;
    private final InstantSource clock;

    InboxReader(InboxDecoder decoder, Intake intake, InstantSource clock) {
        this.decoder = decoder;
        this.intake = intake;
        this.clock = clock;
    }

    /** @throws RegistryTrouble if the record must wait for the registry */
    InboxItem read(ConsumerRecord<byte[], byte[]> record) throws RegistryTrouble {
        Instant receivedAt = receivedAt(record);
        Reading reading = decoder.read(record.value(), receivedAt);
        return new InboxItem(
                record,
                receivedAt,
                intake.prepare(List.of(reading), null, receivedAt).get(0));
    }

    /**
     * When the broker appended the record, so that a replay of the inbox gives the same times; the time on our own clock
     * where the record carries its producer's, which nobody vouches for.
     */
    private Instant receivedAt(ConsumerRecord<byte[], byte[]> record) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (record.timestampType() != TimestampType.LOG_APPEND_TIME || record.timestamp() < 0) {
            return now;
        }
        Instant appended = Instant.ofEpochMilli(record.timestamp());
        return appended.isAfter(now.plus(CLOCK_DIFFERENCE)) ? now : appended;
    }
}
