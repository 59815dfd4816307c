package dev.newswire.ingest.kafka.inbox;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Cuts what was polled into batches that each make one short transaction. */
final class Batches {

    /** So few that even the largest, which come compressed, fit into memory together. */
    static final int MOST_RECORDS = 100;

    private static final long MOST_BYTES = 4L * 1024 * 1024;

    private Batches() {}

    /** The records in their order; a record larger than a batch stands alone. */
    static List<List<ConsumerRecord<byte[], byte[]>>> of(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        List<List<ConsumerRecord<byte[], byte[]>>> batches = new ArrayList<>();
        List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
        long bytes = 0;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            long size = Math.max(0, record.serializedValueSize());
            if (!batch.isEmpty() && (batch.size() >= MOST_RECORDS || bytes + size > MOST_BYTES)) {
                batches.add(batch);
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(record);
            bytes += size;
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }
}
