package dev.newswire.publish;

import dev.newswire.platform.serde.StateSerde;
import dev.newswire.platform.streams.TurnQueue;
import dev.newswire.publish.feed.EntryKey;
import dev.newswire.publish.feed.EntryTable;
import dev.newswire.publish.feed.EntryTopicKey;
import dev.newswire.publish.feed.EntryUpdate;
import dev.newswire.publish.feed.FeedBuilder;
import dev.newswire.publish.feed.FeedUpdate;
import dev.newswire.publish.feed.GroupKey;
import dev.newswire.publish.feed.GroupTable;
import dev.newswire.publish.feed.KeepingRules;
import dev.newswire.publish.feed.SnapshotWriter;
import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.FeedSnapshot;
import dev.newswire.schema.internal.FeedChange;
import dev.newswire.schema.internal.FeedSettings;
import dev.newswire.schema.internal.FeedState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
     * Most entries that snapshots are made of at one check, in all partitions together, so that under load snapshots
     * wait for records and not the other way round: the more feeds wait, the less often each has its turn. Without
     * records to wait for there may be more.
     */
    private static final int ENTRIES_WHEN_BUSY = 300;

    private static final int ENTRIES_WHEN_IDLE = 5_000;
    /** What a snapshot costs besides its entries, in entries: most feeds have few, and most of the work is this. */
    private static final int ENTRIES_FOR_A_FEED = 10;

    private static final int AGEING_AT_ONCE = 50;
    private static final byte[] NO_VALUE = {};

    private final FeedBuilder builder;
    private final SnapshotWriter writer;
    private final Duration snapshotInterval;
    private final int partitions;
    private final PublishMeters meters;
    private boolean busy;

    @SuppressWarnings("NullAway.Init") // by init
    private TurnQueue queue;

    @SuppressWarnings("NullAway.Init") // by init
    private KeyValueStore<String, FeedState> feeds;

    @SuppressWarnings("NullAway.Init") // by init
    private EntryTable entries;

    @SuppressWarnings("NullAway.Init") // by init
    private GroupTable groups;

    /** Feeds whose entries grow too old, in the order in which they are looked at. */
    private final Set<String> ageing = new LinkedHashSet<>();

    private BuildFeedsProcessor(PublishSettings settings, PublishMeters meters) {
        this.builder = new FeedBuilder(new KeepingRules(settings.feedLimit(), settings.collapsedFeeds()));
        this.writer = new SnapshotWriter(settings.snapshotEntries());
        this.snapshotInterval = settings.snapshotInterval();
        this.partitions = settings.feedPartitions();
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, FeedRecord> context) {
        super.init(context);
        queue = new TurnQueue(snapshotInterval);
        feeds = context.getStateStore(PublishTopology.FEEDS);
        entries = new StoredEntries(context.getStateStore(PublishTopology.ENTRIES));
        groups = new StoredGroups(
                context.getStateStore(PublishTopology.MEMBERS), context.getStateStore(PublishTopology.NAMED));
        try (KeyValueIterator<String, FeedState> all = feeds.all()) {
            all.forEachRemaining(feed -> resume(feed.key, feed.value));
        }
        context.schedule(SNAPSHOT_CHECK, PunctuationType.WALL_CLOCK_TIME, this::writeSnapshots);
    }

    @Override
    public void process(Record<String, FeedChange> record) {
        busy = true;
        String feedId = record.key();
        Instant now = Instant.ofEpochMilli(context().currentSystemTimeMs());
        FeedChange change = record.value();
        Optional<FeedUpdate> update = builder.apply(feedId, feeds.get(feedId), change, entries, groups, now);
        List<EntryUpdate> updates = update.map(FeedUpdate::updates).orElse(List.of());
        update.ifPresent(done -> keep(feedId, done));
        if (!change.getArticleId().isEmpty() && updates.stream().noneMatch(entry -> isOwn(entry, change))) {
            meters.entriesUnchanged.increment();
        }
        for (EntryUpdate entry : updates) {
            if (isOwn(entry, change)) {
                writeOwn(record, entry, now);
            } else {
                writeOther(feedId, entry, record.timestamp());
            }
        }
    }

    private void keep(String feedId, FeedUpdate update) {
        FeedState state = update.state();
        feeds.put(feedId, state);
        queue.add(feedId, state.getSnapshotAt(), update.urgent());
        watchAge(feedId, state);
    }

    private static boolean isOwn(EntryUpdate entry, FeedChange change) {
        return !entry.evicted() && entry.articleId().equals(change.getArticleId());
    }

    /** What another article's change, or time, does to an entry: the event is not its own, so it has no headers. */
    private void writeOther(String feedId, EntryUpdate update, long timestamp) {
        (update.evicted() ? meters.entriesEvicted : meters.entriesRegrouped).increment();
        String key = EntryTopicKey.of(feedId, update.articleId());
        context().forward(new Record<>(key, new FeedRecord.Entry(update.entry(), update.evicted()), timestamp));
    }

    private void writeOwn(Record<String, FeedChange> cause, EntryUpdate update, Instant now) {
        String key = EntryTopicKey.of(cause.key(), update.articleId());
        Record<String, FeedRecord> record =
                new Record<>(key, new FeedRecord.Entry(update.entry(), false), cause.timestamp(), cause.headers());
        if (update.entry() == null) {
            meters.removed(cause.timestamp(), now.toEpochMilli());
        } else {
            meters.entriesWritten.increment();
        }
        context().forward(record);
    }

    private void writeSnapshots(long timestamp) {
        Instant now = Instant.ofEpochMilli(timestamp);
        int room = (busy ? ENTRIES_WHEN_BUSY : ENTRIES_WHEN_IDLE) / partitions;
        busy = false;
        expire(now);
        do {
            String feedId = queue.next(now);
            if (feedId == null) {
                return;
            }
            room -= ENTRIES_FOR_A_FEED + writeSnapshot(feedId, now);
        } while (room > 0);
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
        FeedSnapshot snapshot = isGone(after) ? null : writer.write(feedId, after, entries, now);
        meters.snapshotsWritten.increment();
        context().forward(new Record<>(feedId, new FeedRecord.Snapshot(snapshot), now.toEpochMilli()));
        return snapshot == null ? 0 : snapshot.getEntries().size();
    }

    /** A feed that changed waits for its snapshot, an empty one that nobody defined to be forgotten. */
    private void queueAgain(String feedId, FeedState state) {
        if (state.getDirty() || isGone(state)) {
            queue.add(feedId, state.getSnapshotAt(), false);
        }
    }

    private static boolean isGone(FeedState state) {
        FeedSettings settings = state.getSettings();
        return state.getSize() == 0 && (settings == null || settings.getRemoved());
    }

    private void resume(String feedId, FeedState state) {
        queueAgain(feedId, state);
        watchAge(feedId, state);
    }

    private void watchAge(String feedId, FeedState state) {
        FeedSettings settings = state.getSettings();
        if (settings != null && settings.getMaximumAgeSeconds() > 0 && state.getSize() > 0) {
            ageing.add(feedId);
        }
    }

    /** Looks at some of the feeds whose entries grow too old, so that each has its turn within seconds. */
    private void expire(Instant now) {
        for (String feedId : ageing.stream().limit(AGEING_AT_ONCE).toList()) {
            ageing.remove(feedId);
            FeedState state = feeds.get(feedId);
            if (state == null) {
                continue;
            }
            watchAge(feedId, state);
            builder.expire(feedId, state, entries, groups, now).ifPresent(update -> {
                keep(feedId, update);
                update.updates().forEach(entry -> writeOther(feedId, entry, now.toEpochMilli()));
            });
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

    /** The stores of groups as the feed builder sees them: members by feed and article, and who names what. */
    private record StoredGroups(KeyValueStore<String, FeedEntry> store, KeyValueStore<String, byte[]> named)
            implements GroupTable {
        @Override
        public @Nullable FeedEntry member(String feedId, String articleId) {
            return store.get(GroupKey.of(feedId, articleId));
        }

        @Override
        public void put(FeedEntry member) {
            store.put(GroupKey.of(member.getFeedId(), member.getArticleId()), member);
        }

        @Override
        public void delete(String feedId, String articleId) {
            store.delete(GroupKey.of(feedId, articleId));
        }

        @Override
        public List<FeedEntry> members(String feedId) {
            List<FeedEntry> members = new ArrayList<>();
            try (KeyValueIterator<String, FeedEntry> all =
                    store.prefixScan(GroupKey.prefix(feedId), new StringSerializer())) {
                all.forEachRemaining(member -> members.add(member.value));
            }
            return members;
        }

        @Override
        public void link(String feedId, String name, String articleId) {
            named.put(GroupKey.of(feedId, name, articleId), NO_VALUE);
        }

        @Override
        public void unlink(String feedId, String name, String articleId) {
            named.delete(GroupKey.of(feedId, name, articleId));
        }

        @Override
        public List<String> naming(String feedId, String name) {
            List<String> naming = new ArrayList<>();
            try (KeyValueIterator<String, byte[]> all =
                    named.prefixScan(GroupKey.prefix(feedId, name), new StringSerializer())) {
                all.forEachRemaining(entry -> naming.add(GroupKey.last(entry.key)));
            }
            return naming;
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
                    // Every entry changes its feed: what is written of a feed within a commit is one record.
                    Stores.keyValueStoreBuilder(
                                    Stores.persistentKeyValueStore(PublishTopology.FEEDS),
                                    Serdes.String(),
                                    StateSerde.of(FeedState.class))
                            .withCachingEnabled(),
                    Stores.keyValueStoreBuilder(
                            Stores.persistentKeyValueStore(PublishTopology.ENTRIES),
                            Serdes.String(),
                            StateSerde.of(FeedEntry.class)),
                    Stores.keyValueStoreBuilder(
                            Stores.persistentKeyValueStore(PublishTopology.MEMBERS),
                            Serdes.String(),
                            StateSerde.of(FeedEntry.class)),
                    Stores.keyValueStoreBuilder(
                            Stores.persistentKeyValueStore(PublishTopology.NAMED),
                            Serdes.String(),
                            Serdes.ByteArray()));
        }
    }
}
