package dev.newswire.ingest.fate;

import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;

/** How much memory the store of fates may take, whatever it holds: about 40 MiB. */
final class DiskMemory implements AutoCloseable {

    private static final long CACHE_BYTES = 16L * 1024 * 1024;
    private static final long WRITE_BYTES = 4L * 1024 * 1024;
    private static final long ALL_WRITE_BYTES = 16L * 1024 * 1024;
    private static final int OPEN_FILES = 128;
    private static final int BITS_PER_KEY = 10;
    private static final int LOG_FILES = 2;

    static {
        RocksDB.loadLibrary();
    }

    private final Cache cache = new LRUCache(CACHE_BYTES);
    private final BloomFilter filter = new BloomFilter(BITS_PER_KEY);
    private final DBOptions database = new DBOptions()
            .setCreateIfMissing(true)
            .setCreateMissingColumnFamilies(true)
            .setDbWriteBufferSize(ALL_WRITE_BYTES)
            .setMaxTotalWalSize(ALL_WRITE_BYTES)
            .setMaxOpenFiles(OPEN_FILES)
            .setKeepLogFileNum(LOG_FILES);
    private final ColumnFamilyOptions segment = new ColumnFamilyOptions()
            .setWriteBufferSize(WRITE_BYTES)
            .useFixedLengthPrefixExtractor(FateKey.PREFIX_BYTES)
            .setCompressionType(CompressionType.LZ4_COMPRESSION)
            .setTableFormatConfig(new BlockBasedTableConfig()
                    .setBlockCache(cache)
                    .setCacheIndexAndFilterBlocks(true)
                    .setWholeKeyFiltering(false)
                    .setFilterPolicy(filter));
    private final ColumnFamilyOptions plain = new ColumnFamilyOptions().setWriteBufferSize(WRITE_BYTES);

    DBOptions database() {
        return database;
    }

    /** Of a segment, whose keys begin with an article id. */
    ColumnFamilyOptions segment() {
        return segment;
    }

    /** Of the few keys that are no fates. */
    ColumnFamilyOptions plain() {
        return plain;
    }

    @Override
    public void close() {
        plain.close();
        segment.close();
        database.close();
        filter.close();
        cache.close();
    }
}
