package dev.newswire.publish;

import dev.newswire.platform.serde.StateSerde;
import dev.newswire.publish.feed.EntryKey;
import dev.newswire.publish.feed.EntryTable;
import dev.newswire.publish.feed.EntryTopicKey;
import dev.newswire.publish.feed.EntryUpdate;
import dev.newswire.publish.feed.FeedBuilder;
import dev.newswire.publish.feed.FeedUpdate;
import dev.newswire.publish.feed.SnapshotQueue;
import dev.newswire.publish.feed.SnapshotWriter;
import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.FeedSnapshot;
import dev.newswire.schema.internal.FeedChange;
import dev.newswire.schema.internal.FeedState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** Keeps the entries of feeds, writes what changes among them, and from time to time a snapshot. */
final class BuildFeedsProcessor extends ContextualProcessor<String, FeedChange, String, FeedRecord> {
    private static final Duration SNAPSHOT_CHECK = Duration.ofMillis(100);
    /**
     * Most entries that snapshots are made of at one check, so that under load snapshots wait for records and not the
     * other way round: some 5 ms of work. Without records to wait for there may be more.
     */
    private static final int ENTRIES_WHEN_BUSY = 500;

    private static final int ENTRIES_WHEN_IDLE = 5_000;

    private final FeedBuilder builder;
    private final SnapshotWriter writer;
    private final Duration snapshotInterval;
    private final PublishMeters meters;
    private boolean busy;

    @SuppressWarnings("NullAway.Init") // by init
    private SnapshotQueue queue;

    @SuppressWarnings("NullAway.Init") // by init
    private KeyValueStore<String, FeedState> feeds;

    @SuppressWarnings("NullAway.Init") // by init
    private EntryTable entries;

    private BuildFeedsProcessor(PublishSettings settings, PublishMeters meters) {
        this.builder = new FeedBuilder(settings.feedLimit());
        this.writer = new SnapshotWriter(settings.snapshotEntries());
        this.snapshotInterval = settings.snapshotInterval();
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, FeedRecord> context) {
        super.init(context);
        queue = new SnapshotQueue(snapshotInterval);
        feeds = context.getStateStore(PublishTopology.FEEDS);
        entries = new StoredEntries(context.getStateStore(PublishTopology.ENTRIES));
        try (KeyValueIterator<String, FeedState> all = feeds.all()) {
            all.forEachRemaining(feed -> queueAgain(feed.key, feed.value));
        }
        context.schedule(SNAPSHOT_CHECK, PunctuationType.WALL_CLOCK_TIME, this::writeSnapshots);
    }

    @Override
    public void process(Record<String, FeedChange> record) {
        busy = true;
        String feedId = record.key();
        Instant now = Instant.ofEpochMilli(context().currentSystemTimeMs());
        Optional<FeedUpdate> update = builder.apply(feedId, feeds.get(feedId), record.value(), entries, now);
        if (update.isEmpty()) {
            meters.entriesUnchanged.increment();
            return;
        }
        FeedState state = update.get().state();
        feeds.put(feedId, state);
        queue.add(feedId, state.getSnapshotAt(), update.get().urgent());
        for (EntryUpdate entry : update.get().updates()) {
            writeEntry(record, entry, now);
        }
    }

    private void writeEntry(Record<String, FeedChange> cause, EntryUpdate update, Instant now) {
        String key = EntryTopicKey.of(cause.key(), update.articleId());
        Record<String, FeedRecord> record = new Record<>(
                key, new FeedRecord.Entry(update.entry(), update.evicted()), cause.timestamp(), cause.headers());
        if (update.evicted()) {
            meters.entriesEvicted.increment();
            // It leaves for no fault of its own: the event that pushed it out is not its own.
            context().forward(record.withHeaders(new RecordHeaders()));
            return;
        }
        if (update.entry() == null) {
            meters.removed(cause.timestamp(), now.toEpochMilli());
        } else {
            meters.entriesWritten.increment();
        }
        context().forward(record);
    }

    private void writeSnapshots(long timestamp) {
        Instant now = Instant.ofEpochMilli(timestamp);
        int room = busy ? ENTRIES_WHEN_BUSY : ENTRIES_WHEN_IDLE;
        busy = false;
        while (room > 0) {
            String feedId = queue.next(now);
            if (feedId == null) {
                return;
            }
            room -= 1 + writeSnapshot(feedId, now);
        }
    }

    /** Writes the snapshot of a feed if it still needs one; returns of how many entries. */
    private int writeSnapshot(String feedId, Instant now) {
        FeedState state = feeds.get(feedId);
        if (state == null) {
            return 0;
        }
        if (!state.getDirty()) {
            // An empty feed whose interval is over, and with it the last reason to remember the feed.
            feeds.delete(feedId);
            return 0;
        }
        FeedState after =
                FeedState.newBuilder(state).setDirty(false).setSnapshotAt(now).build();
        feeds.put(feedId, after);
        queueAgain(feedId, after);
        FeedSnapshot snapshot = after.getSize() == 0 ? null : writer.write(feedId, after, entries, now);
        meters.snapshotsWritten.increment();
        context().forward(new Record<>(feedId, new FeedRecord.Snapshot(snapshot), now.toEpochMilli()));
        return snapshot == null ? 0 : snapshot.getEntries().size();
    }

    /** A feed that changed waits for its snapshot, an empty one to be forgotten. */
    private void queueAgain(String feedId, FeedState state) {
        if (state.getDirty() || state.getSize() == 0) {
            queue.add(feedId, state.getSnapshotAt(), false);
        }
    }

    /** The store of entries as the feed builder sees it. */
    private record StoredEntries(KeyValueStore<String, FeedEntry> store) implements EntryTable {
        @Override
        public @Nullable FeedEntry get(String key) {
            return store.get(key);
        }

        @Override
        public void put(String key, FeedEntry entry) {
            store.put(key, entry);
        }

        @Override
        public void delete(String key) {
            store.delete(key);
        }

        @Override
        public @Nullable String oldest(String feedId, String behind) {
            try (KeyValueIterator<String, FeedEntry> backwards = store.reverseRange(EntryKey.prefix(feedId), behind)) {
                return backwards.hasNext() ? backwards.peekNextKey() : null;
            }
        }

        @Override
        public void newestFirst(String feedId, Predicate<FeedEntry> next) {
            try (KeyValueIterator<String, FeedEntry> forwards =
                    store.prefixScan(EntryKey.prefix(feedId), new StringSerializer())) {
                boolean more = true;
                while (more && forwards.hasNext()) {
                    more = next.test(forwards.next().value);
                }
            }
        }
    }

    /** Makes the processors and their stores. */
    record Factory(PublishSettings settings, PublishMeters meters)
            implements ProcessorSupplier<String, FeedChange, String, FeedRecord> {
        @Override
        public BuildFeedsProcessor get() {
            return new BuildFeedsProcessor(settings, meters);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    Stores.keyValueStoreBuilder(
                            Stores.persistentKeyValueStore(PublishTopology.FEEDS),
                            Serdes.String(),
                            StateSerde.of(FeedState.class)),
                    Stores.keyValueStoreBuilder(
                            Stores.persistentKeyValueStore(PublishTopology.ENTRIES),
                            Serdes.String(),
                            StateSerde.of(FeedEntry.class)));
        }
    }
}
