package dev.newswire.ingest.kafka.inbox;

import dev.newswire.ingest.intake.IntakeMetrics;
import dev.newswire.ingest.intake.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads, delivers, moves on. A failure takes it back to what the group has committed; a registry that is away holds back
 * only the partitions whose next record needs it. For one thread, except {@link #stop} and {@link #detail}.
 */
final class InboxLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(InboxLoop.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration REGISTRY_PAUSE = Duration.ofSeconds(3);

    private final Consumer<byte[], byte[]> consumer;
    private final InboxReader reader;
    private final InboxWriter writer;
    private final IntakeMetrics metrics;
    private final Backoff backoff;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Map<TopicPartition, Long> heldUntil = new HashMap<>();
    private boolean isRewound;
    private volatile String detail = "starting";

    /** @param consumer subscribed already; not closed here */
    InboxLoop(
            Consumer<byte[], byte[]> consumer,
            InboxReader reader,
            InboxWriter writer,
            IntakeMetrics metrics,
            Backoff backoff) {
        this.consumer = consumer;
        this.reader = reader;
        this.writer = writer;
        this.metrics = metrics;
        this.backoff = backoff;
    }

    /** What it does now, in a few words for the operator. */
    String detail() {
        return detail;
    }

    /** Makes {@link #run} return soon. */
    void stop() {
        stopped.set(true);
        consumer.wakeup();
    }

    @Override
    public void run() {
        while (!stopped.get()) {
            round();
        }
        detail = "stopped";
    }

    /** One round: reads what there is and delivers it, or goes back. */
    void round() {
        try {
            deliverNext();
            backoff.reset();
        } catch (WakeupException stopping) {
            LOG.debug("Woken up");
        } catch (RuntimeException failure) {
            recover(failure);
        }
    }

    private void deliverNext() {
        if (!isRewound) {
            writer.connect();
            rewind();
        }
        release();
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        Set<TopicPartition> held = new HashSet<>();
        for (List<ConsumerRecord<byte[], byte[]>> batch : Batches.of(records)) {
            deliver(read(batch, held));
        }
        detail = heldUntil.isEmpty() ? "reading" : "waiting for the schema registry";
    }

    private List<InboxItem> read(List<ConsumerRecord<byte[], byte[]>> batch, Set<TopicPartition> held) {
        List<InboxItem> items = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : batch) {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            if (held.contains(partition)) {
                continue;
            }
            try {
                items.add(reader.read(record));
            } catch (RegistryTrouble trouble) {
                LOG.warn("Record {}/{} waits: {}", partition, record.offset(), trouble.getMessage());
                hold(partition, record.offset());
                held.add(partition);
            }
        }
        return items;
    }

    private void deliver(List<InboxItem> items) {
        if (items.isEmpty()) {
            return;
        }
        try {
            count(writer.write(items, consumer.groupMetadata()));
        } catch (KafkaException failure) {
            items.forEach(item -> metrics.received());
            metrics.unacknowledged(items.size());
            if (!isTooLarge(failure)) {
                throw failure;
            }
            deliverOneByOne(items);
        }
    }

    /** One of them is too large for its topic: the others must not wait for it. */
    private void deliverOneByOne(List<InboxItem> items) {
        if (items.size() > 1) {
            items.forEach(item -> deliver(List.of(item)));
            return;
        }
        InboxItem refused = items.get(0).refusedByTopic("the article is larger than its topic takes");
        if (refused.equals(items.get(0))) {
            throw new KafkaException("the topic of dead letters takes no record of this size: see max.message.bytes");
        }
        deliver(List.of(refused));
    }

    private void count(List<InboxItem> items) {
        for (InboxItem item : items) {
            metrics.received();
            if (item.outcome() instanceof Outcome.Rejected rejected) {
                metrics.rejected(rejected.refusal().rule());
            } else {
                metrics.accepted();
            }
        }
    }

    private void hold(TopicPartition partition, long offset) {
        consumer.seek(partition, offset);
        consumer.pause(Set.of(partition));
        heldUntil.put(partition, System.nanoTime() + REGISTRY_PAUSE.toNanos());
    }

    private void release() {
        long now = System.nanoTime();
        Set<TopicPartition> due = new HashSet<>();
        heldUntil.forEach((partition, until) -> {
            if (until - now <= 0) {
                due.add(partition);
            }
        });
        heldUntil.keySet().removeAll(due);
        due.retainAll(consumer.assignment());
        consumer.resume(due);
    }

    private void recover(RuntimeException failure) {
        Duration pause = backoff.next();
        detail = "waiting: " + failure.getMessage();
        LOG.warn("Delivering from the inbox failed, next attempt in {} ms: {}", pause.toMillis(), failure.toString());
        LOG.debug("Delivering from the inbox failed", failure);
        writer.giveUp();
        isRewound = false;
        try {
            // Polling without reading keeps our place in the group.
            consumer.pause(consumer.assignment());
            consumer.poll(pause);
        } catch (WakeupException stopping) {
            LOG.debug("Woken up");
        } catch (RuntimeException worse) {
            LOG.debug("Cannot poll either", worse);
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    /** Goes on from what the group has committed; what was read beyond that never happened. */
    private void rewind() {
        Set<TopicPartition> partitions = consumer.assignment();
        Map<TopicPartition, OffsetAndMetadata> committed =
                partitions.isEmpty() ? Map.of() : consumer.committed(partitions);
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata offset = committed.get(partition);
            if (offset == null) {
                consumer.seekToBeginning(Set.of(partition));
            } else {
                consumer.seek(partition, offset);
            }
        }
        consumer.resume(partitions);
        heldUntil.clear();
        isRewound = true;
    }

    private static boolean isTooLarge(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordTooLargeException) {
                return true;
            }
        }
        return false;
    }
}
