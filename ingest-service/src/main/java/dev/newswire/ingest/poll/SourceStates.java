package dev.newswire.ingest.poll;

import dev.newswire.schema.SourceState;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the sources that this instance polls: those whose ids fall into the partitions that it was given. Work
 * on a source holds a lease, so that a partition is handed over between polls and not within one. Safe for use by several
 * threads.
 */
public final class SourceStates {

    /** Makes a state outlast this process. */
    public interface Writer {
        /**
         * Returns when it does.
         *
         * @throws dev.newswire.ingest.intake.UnavailableException if it cannot be written
         */
        void write(SourceState state, int partition);
    }

    private static final class Partition {
        final Map<String, SourceState> states;
        int leases;
        boolean isEnding;

        Partition(Map<String, SourceState> states) {
            this.states = new HashMap<>(states);
        }
    }

    private final Function<String, Integer> partitionOf;
    private final Writer writer;
    private final Map<Integer, Partition> partitions = new HashMap<>();

    /** @param partitionOf gives the partition of a source's id, from 0 */
    public SourceStates(Function<String, Integer> partitionOf, Writer writer) {
        this.partitionOf = partitionOf;
        this.writer = writer;
    }

    /** From now on these sources are polled here. */
    public synchronized void assign(int partition, Map<String, SourceState> states) {
        partitions.put(partition, new Partition(states));
    }

    /**
     * From now on these sources are polled elsewhere; polls under way are waited for.
     *
     * @param patience after which they are not: what they find is found again elsewhere
     */
    public synchronized void revoke(int partition, Duration patience) {
        Partition ending = partitions.get(partition);
        if (ending == null) {
            return;
        }
        ending.isEnding = true;
        long endAt = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toMillis(); ending.leases > 0 && left > 0; ) {
                wait(left);
                left = (endAt - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        partitions.remove(partition, ending);
    }

    /** Whether the source is polled here. */
    public synchronized boolean owns(String id) {
        return partition(id) != null;
    }

    /** What is known of a source that is polled here; null where nothing is. */
    public synchronized @Nullable SourceState get(String id) {
        Partition partition = partition(id);
        return partition == null ? null : partition.states.get(id);
    }

    /** The right to work on a source; empty where it is not polled here. */
    synchronized Optional<Lease> lease(String id) {
        Partition partition = partition(id);
        if (partition == null) {
            return Optional.empty();
        }
        partition.leases++;
        return Optional.of(new Lease(id, partition));
    }

    private @Nullable Partition partition(String id) {
        Partition partition = partitions.get(partitionOf.apply(id));
        return partition == null || partition.isEnding ? null : partition;
    }

    private synchronized boolean stands(Lease lease) {
        return partitions.get(partitionOf.apply(lease.id)) == lease.partition;
    }

    private synchronized void keep(Lease lease, SourceState state) {
        lease.partition.states.put(lease.id, state);
    }

    private synchronized void end(Lease lease) {
        lease.partition.leases--;
        notifyAll();
    }

    /** The right to work on a source until it is closed. */
    final class Lease implements AutoCloseable {
        private final String id;
        private final Partition partition;

        private Lease(String id, Partition partition) {
            this.id = id;
            this.partition = partition;
        }

        /** What is known; null where nothing is. */
        @Nullable
        SourceState state() {
            return get(id);
        }

        /**
         * Writes what is known now; not any more where the source has gone elsewhere meanwhile.
         *
         * @throws dev.newswire.ingest.intake.UnavailableException if it cannot be written
         */
        void save(SourceState state) {
            if (stands(this)) {
                writer.write(state, partitionOf.apply(id));
                keep(this, state);
            }
        }

        @Override
        public void close() {
            end(this);
        }
    }
}
