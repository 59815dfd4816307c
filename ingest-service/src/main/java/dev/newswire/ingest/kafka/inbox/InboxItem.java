package dev.newswire.ingest.kafka.inbox;

import dev.newswire.ingest.intake.Outcome;
import dev.newswire.ingest.source.Refusal;
import dev.newswire.ingest.source.Rule;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * A record of the inbox and what was made of it.
 *
 * @param record as it came
 * @param receivedAt when it was received
 * @param outcome of reading and normalising it
 */
record InboxItem(ConsumerRecord<byte[], byte[]> record, Instant receivedAt, Outcome outcome) {

    /** Where it stands. */
    TopicPartition partition() {
        return new TopicPartition(record.topic(), record.partition());
    }

    /** The same record, refused because the topic of events does not take what was made of it. */
    InboxItem refusedByTopic(String reason) {
        if (!(outcome instanceof Outcome.Ready ready)) {
            return this;
        }
        Refusal refusal = Refusal.of(Rule.LIMIT, reason);
        Outcome refused = new Outcome.Rejected(
                ready.place(), ready.excerpt(), refusal, ready.article().getSource());
        return new InboxItem(record, receivedAt, refused);
    }
}
