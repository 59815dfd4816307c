package dev.newswire.platform.fate;

import dev.newswire.platform.event.EventOrigin;
import dev.newswire.schema.Fate;
import java.util.Arrays;
import java.util.Optional;

/** The events of one partition and their fates, by offset. */
final class LedgerColumn {
    private static final Fate[] FATES = Fate.values();
    private static final int FIRST_CAPACITY = 1_024;
    private final String topic;
    private final int partition;
    private long base = -1;
    private int size;
    private int[] sources = new int[0];
    private byte[] fates = new byte[0];
    private byte[] repeats = new byte[0];

    LedgerColumn(String topic, int partition) {
        this.topic = topic;
        this.partition = partition;
    }

    void event(long offset, int source) {
        int row = row(offset);
        sources[row] = source;
    }

    void fate(long offset, Fate fate) {
        int row = row(offset);
        boolean known = fates[row] != 0;
        if (!known || isProvisional(FATES[fates[row] - 1], fate)) {
            fates[row] = (byte) (fate.ordinal() + 1);
            return;
        }
        if (fate != Fate.EMBARGOED && repeats[row] < Byte.MAX_VALUE) {
            repeats[row]++;
        }
    }

    /** An embargo ends, and a dead letter that is sent again may end well. */
    private static boolean isProvisional(Fate known, Fate next) {
        return known == Fate.EMBARGOED || known == Fate.QUARANTINED && next != Fate.QUARANTINED;
    }

    int size() {
        return size;
    }

    /** Number of the event's source, from 1; 0 where the event was never seen. */
    int source(int row) {
        return sources[row];
    }

    boolean hasFate(int row) {
        return fates[row] != 0;
    }

    Optional<Fate> fate(int row) {
        return hasFate(row) ? Optional.of(FATES[fates[row] - 1]) : Optional.empty();
    }

    int repeats(int row) {
        return repeats[row];
    }

    EventOrigin origin(int row) {
        return new EventOrigin(topic, partition, base + row);
    }

    private int row(long offset) {
        if (base < 0) {
            base = offset;
        }
        if (offset < base) {
            prepend(Math.toIntExact(base - offset));
            base = offset;
        }
        int row = Math.toIntExact(offset - base);
        ensure(row + 1);
        size = Math.max(size, row + 1);
        return row;
    }

    private void prepend(int rows) {
        ensure(size + rows);
        System.arraycopy(sources, 0, sources, rows, size);
        System.arraycopy(fates, 0, fates, rows, size);
        System.arraycopy(repeats, 0, repeats, rows, size);
        Arrays.fill(sources, 0, rows, 0);
        Arrays.fill(fates, 0, rows, (byte) 0);
        Arrays.fill(repeats, 0, rows, (byte) 0);
        size += rows;
    }

    private void ensure(int rows) {
        if (rows > sources.length) {
            int capacity = Math.max(Math.max(FIRST_CAPACITY, rows), sources.length * 2);
            sources = Arrays.copyOf(sources, capacity);
            fates = Arrays.copyOf(fates, capacity);
            repeats = Arrays.copyOf(repeats, capacity);
        }
    }
}
