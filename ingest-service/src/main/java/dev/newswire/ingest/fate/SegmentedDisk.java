package dev.newswire.ingest.fate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * A RocksDB with a column family for each day, which is dropped as a whole, and one for what belongs to no day. For one
 * writer and several readers, who must not be there while a day is dropped or all is closed.
 */
final class SegmentedDisk implements AutoCloseable {

    private static final String SEGMENT = "day-";

    private final DiskMemory memory = new DiskMemory();
    private final WriteOptions writing = new WriteOptions();
    private final ReadOptions reading = new ReadOptions().setPrefixSameAsStart(true);
    private final NavigableMap<Long, ColumnFamilyHandle> days = new TreeMap<>();
    private final RocksDB database;
    private final ColumnFamilyHandle notes;

    SegmentedDisk(Path folder) throws RocksDBException {
        List<ColumnFamilyDescriptor> families = new ArrayList<>();
        families.add(new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, memory.plain()));
        List<Long> found = existing(folder);
        found.forEach(day -> families.add(descriptor(day)));
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        database = open(folder, families, handles);
        notes = handles.get(0);
        for (int i = 0; i < found.size(); i++) {
            days.put(found.get(i), handles.get(i + 1));
        }
    }

    /** The days that there are, the newest first. */
    List<Long> days() {
        return List.copyOf(days.descendingKeySet());
    }

    /** What is noted under a key, or null. */
    byte @Nullable [] note(byte[] key) throws RocksDBException {
        return database.get(notes, key);
    }

    void putNote(WriteBatch batch, byte[] key, byte[] value) throws RocksDBException {
        batch.put(notes, key, value);
    }

    void put(WriteBatch batch, long day, byte[] key, byte[] value) throws RocksDBException {
        ColumnFamilyHandle segment = days.get(day);
        if (segment == null) {
            segment = database.createColumnFamily(descriptor(day));
            days.put(day, segment);
        }
        batch.put(segment, key, value);
    }

    /** Writes all of it or nothing. */
    void write(WriteBatch batch) throws RocksDBException {
        database.write(writing, batch);
    }

    /** The first values of a day whose keys begin so, in the order of the keys. */
    List<byte[]> find(long day, byte[] prefix, int limit) {
        List<byte[]> values = new ArrayList<>();
        try (RocksIterator entries = database.newIterator(days.get(day), reading)) {
            entries.seek(prefix);
            while (entries.isValid() && values.size() < limit && FateKey.startsWith(entries.key(), prefix)) {
                values.add(entries.value());
                entries.next();
            }
        }
        return values;
    }

    void drop(long day) throws RocksDBException {
        ColumnFamilyHandle segment = days.remove(day);
        if (segment != null) {
            database.dropColumnFamily(segment);
            segment.close();
        }
    }

    @Override
    public void close() {
        days.values().forEach(ColumnFamilyHandle::close);
        notes.close();
        database.close();
        reading.close();
        writing.close();
        memory.close();
    }

    private RocksDB open(Path folder, List<ColumnFamilyDescriptor> families, List<ColumnFamilyHandle> handles)
            throws RocksDBException {
        try {
            return RocksDB.open(memory.database(), folder.toString(), families, handles);
        } catch (RocksDBException failure) {
            // Opening is tried again and again: what it took must not stay taken.
            reading.close();
            writing.close();
            memory.close();
            throw failure;
        }
    }

    private ColumnFamilyDescriptor descriptor(long day) {
        return new ColumnFamilyDescriptor((SEGMENT + day).getBytes(StandardCharsets.US_ASCII), memory.segment());
    }

    private static List<Long> existing(Path folder) throws RocksDBException {
        List<Long> days = new ArrayList<>();
        try (Options options = new Options()) {
            for (byte[] family : RocksDB.listColumnFamilies(options, folder.toString())) {
                String name = new String(family, StandardCharsets.US_ASCII);
                if (name.startsWith(SEGMENT)) {
                    days.add(Long.parseLong(name.substring(SEGMENT.length())));
                }
            }
        }
        return days;
    }
}
