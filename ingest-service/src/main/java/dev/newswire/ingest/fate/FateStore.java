package dev.newswire.ingest.fate;

import dev.newswire.platform.serde.StateSerde;
import dev.newswire.schema.ArticleFate;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;
import org.rocksdb.WriteBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fates on disk, with the place in the ledger up to which it has been read: both are written at once, so that a kill at any
 * time loses nothing. Fates of one day stand together and go together. For one writer and several readers.
 */
public final class FateStore implements FateBook, AutoCloseable {

    /** As long as the ledger keeps them. */
    static final Duration RETENTION = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(FateStore.class);
    private static final int MOST_EVENTS = 20;
    private static final String LEDGER = "ledger";

    private final Serde<ArticleFate> serde = StateSerde.of(ArticleFate.class);
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final InstantSource clock;
    private final SegmentedDisk disk;
    private boolean isClosed;

    private FateStore(SegmentedDisk disk, InstantSource clock) {
        this.disk = disk;
        this.clock = clock;
    }

    /**
     * Opens what is in a folder, or begins there.
     *
     * @param ledger identifies the ledger; what was read from another is forgotten
     * @throws IllegalStateException if the folder cannot be written, or another process has it
     */
    public static FateStore open(Path folder, String ledger, InstantSource clock) {
        try {
            Files.createDirectories(folder);
            FateStore store = new FateStore(new SegmentedDisk(folder), clock);
            byte[] known = store.disk.note(ascii(LEDGER));
            if (known != null && !ledger.equals(new String(known, StandardCharsets.UTF_8))) {
                store.close();
                Disposal.delete(folder);
                return open(folder, ledger, clock);
            }
            store.note(LEDGER, ledger);
            return store;
        } catch (RocksDBException failure) {
            return mend(folder, ledger, clock, failure);
        } catch (IOException failure) {
            throw unopened(folder, failure);
        }
    }

    /** What is damaged can be read from the ledger again; what another process has, or the disk does not give, cannot. */
    private static FateStore mend(Path folder, String ledger, InstantSource clock, RocksDBException failure) {
        Status status = failure.getStatus();
        if (status == null || status.getCode() != Status.Code.Corruption) {
            throw unopened(folder, failure);
        }
        LOG.warn("The fates in {} are damaged and are read again: {}", folder, failure.getMessage());
        try {
            Disposal.delete(folder);
        } catch (IOException undeletable) {
            throw unopened(folder, undeletable);
        }
        return open(folder, ledger, clock);
    }

    private static IllegalStateException unopened(Path folder, Exception failure) {
        return new IllegalStateException(folder + " cannot be opened: " + failure.getMessage(), failure);
    }

    /** The place in a partition from which to read on, or null where nothing was read. */
    public @Nullable Long position(int partition) {
        try {
            byte[] position = disk.note(ascii(Integer.toString(partition)));
            return position == null ? null : ByteBuffer.wrap(position).getLong();
        } catch (RocksDBException failure) {
            throw new IllegalStateException("the fates cannot be read", failure);
        }
    }

    /**
     * Writes fates and the places up to which they were read; drops days that are too old.
     *
     * @param positions next offset by partition
     */
    public void write(List<ArticleFate> fates, Map<Integer, Long> positions) {
        lock.writeLock().lock();
        try (WriteBatch batch = new WriteBatch()) {
            Instant now = clock.instant();
            for (ArticleFate fate : fates) {
                put(batch, fate, now);
            }
            for (Map.Entry<Integer, Long> position : positions.entrySet()) {
                byte[] next = ByteBuffer.allocate(Long.BYTES)
                        .putLong(position.getValue())
                        .array();
                disk.putNote(batch, ascii(Integer.toString(position.getKey())), next);
            }
            disk.write(batch);
            disk.days().stream().filter(day -> day < oldestDay(now)).forEach(this::drop);
        } catch (RocksDBException failure) {
            throw new IllegalStateException("the fates cannot be written", failure);
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public List<ArticleFate> find(String articleId) {
        Map<String, ArticleFate> newest = new HashMap<>();
        lock.readLock().lock();
        try {
            if (isClosed) {
                throw new NotCaughtUpException();
            }
            for (long day : disk.days()) {
                for (byte[] value : disk.find(day, FateKey.prefix(articleId), MOST_EVENTS)) {
                    ArticleFate fate = serde.deserializer().deserialize("", value);
                    newest.merge(FateKey.event(fate), fate, FateStore::later);
                }
            }
        } finally {
            lock.readLock().unlock();
        }
        List<ArticleFate> fates = new ArrayList<>(newest.values());
        fates.sort(Comparator.comparing(ArticleFate::getDecidedAt)
                .thenComparing(ArticleFate::getEventOffset)
                .reversed());
        return List.copyOf(fates.subList(0, Math.min(MOST_EVENTS, fates.size())));
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!isClosed) {
                isClosed = true;
                disk.close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void put(WriteBatch batch, ArticleFate fate, Instant now) throws RocksDBException {
        String articleId = fate.getArticleId();
        // A clock that is ahead must not keep its fates for longer than others.
        Instant decidedAt = fate.getDecidedAt().isAfter(now) ? now : fate.getDecidedAt();
        if (articleId == null || articleId.length() != FateKey.PREFIX_BYTES || day(decidedAt) < oldestDay(now)) {
            return;
        }
        byte[] value = serde.serializer().serialize("", fate);
        disk.put(batch, day(decidedAt), FateKey.of(articleId, fate), value);
    }

    private void drop(long day) {
        try {
            disk.drop(day);
        } catch (RocksDBException failure) {
            throw new IllegalStateException("old fates cannot be dropped", failure);
        }
    }

    private void note(String key, String value) throws RocksDBException {
        try (WriteBatch batch = new WriteBatch()) {
            disk.putNote(batch, ascii(key), value.getBytes(StandardCharsets.UTF_8));
            disk.write(batch);
        }
    }

    private static ArticleFate later(ArticleFate one, ArticleFate other) {
        return other.getDecidedAt().isAfter(one.getDecidedAt()) ? other : one;
    }

    private static long oldestDay(Instant now) {
        return day(now.minus(RETENTION));
    }

    private static long day(Instant instant) {
        return TimeUnit.SECONDS.toDays(instant.getEpochSecond());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
