package dev.newswire.ingest.kafka.inbox;

import dev.newswire.ingest.intake.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Writes events, dead letters, fates and the offsets of the records they come from in one transaction: all of it or
 * nothing, once. After any failure the producer is given up; the next one, of the same transactional id, ends what this
 * one left open. For one thread.
 */
final class InboxWriter implements AutoCloseable {

    /** Larger events are refused, as over HTTP. */
    private static final int MOST_EVENT_BYTES = 4 * 1024 * 1024;

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    /** An item on its way: its event, or nothing yet where it is a dead letter. */
    private record Prepared(InboxItem item, @Nullable ProducerRecord<byte[], byte[]> event) {}

    private record Posted(InboxItem item, Outcome.Rejected why, Future<RecordMetadata> letter) {}

    private final Supplier<Producer<byte[], byte[]>> producers;
    private final InboxEvents events;
    private final InboxLetters letters;
    private @Nullable Producer<byte[], byte[]> producer;

    InboxWriter(Supplier<Producer<byte[], byte[]>> producers, InboxEvents events, InboxLetters letters) {
        this.producers = producers;
        this.events = events;
        this.letters = letters;
    }

    /**
     * Gets a producer ready; a transaction that an earlier one of the same id left open ends.
     *
     * @throws KafkaException if the broker does not answer
     */
    void connect() {
        if (producer != null) {
            return;
        }
        Producer<byte[], byte[]> created = producers.get();
        try {
            created.initTransactions();
        } catch (KafkaException failure) {
            created.close(Duration.ZERO);
            throw failure;
        }
        producer = created;
    }

    /**
     * Writes all of the items and moves the group past their records.
     *
     * @return the items as they were written: too large ones were refused
     * @throws KafkaException if nothing of it counts, or it is not known whether it does: the group's committed offsets
     *     tell, once {@link #connect} has succeeded
     */
    List<InboxItem> write(List<InboxItem> items, ConsumerGroupMetadata group) {
        // Before the transaction: open ones keep readers of the raw topic waiting, and the registry may be slow.
        List<Prepared> prepared = items.stream().map(this::prepare).toList();
        connect();
        Producer<byte[], byte[]> current = Objects.requireNonNull(producer);
        try {
            current.beginTransaction();
            send(prepared, current);
            current.sendOffsetsToTransaction(offsets(items), group);
            current.commitTransaction();
        } catch (KafkaException | ExecutionException failure) {
            giveUp();
            throw failure instanceof KafkaException known ? known : new KafkaException(failure.getCause());
        } catch (InterruptedException stopping) {
            giveUp();
            throw new InterruptException(stopping);
        }
        return prepared.stream().map(Prepared::item).toList();
    }

    /** Forgets the producer without ending its transaction. */
    void giveUp() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(CLOSE_TIMEOUT);
            producer = null;
        }
    }

    private Prepared prepare(InboxItem item) {
        if (!(item.outcome() instanceof Outcome.Ready ready)) {
            return new Prepared(item, null);
        }
        ProducerRecord<byte[], byte[]> event = events.event(item.record(), ready.article());
        int size = event.value() == null ? 0 : event.value().length;
        if (size > MOST_EVENT_BYTES) {
            return new Prepared(
                    item.refusedByTopic("the article has " + size + " bytes, too many for its topic"), null);
        }
        return new Prepared(item, event);
    }

    private void send(List<Prepared> prepared, Producer<byte[], byte[]> current)
            throws ExecutionException, InterruptedException {
        List<Posted> posted = new ArrayList<>();
        for (Prepared one : prepared) {
            if (one.event() != null) {
                current.send(one.event());
            }
            if (one.item().outcome() instanceof Outcome.Rejected why) {
                posted.add(new Posted(one.item(), why, current.send(letters.letter(one.item(), why))));
            }
        }
        if (posted.isEmpty()) {
            return;
        }
        // A fate names the place of its dead letter, which only the broker can tell.
        current.flush();
        for (Posted one : posted) {
            current.send(letters.fate(one.item(), one.why(), one.letter().get()));
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> offsets(List<InboxItem> items) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (InboxItem item : items) {
            offsets.put(
                    item.partition(),
                    new OffsetAndMetadata(
                            item.record().offset() + 1, item.record().leaderEpoch(), ""));
        }
        return offsets;
    }
}
