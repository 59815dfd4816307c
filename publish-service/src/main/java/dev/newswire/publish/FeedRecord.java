package dev.newswire.publish;

import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.FeedSnapshot;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What building feeds writes: entries, keyed by feed and article, and snapshots, keyed by feed. */
sealed interface FeedRecord {
    /** The entry, if this is one; null among them is a tombstone. */
    default List<@Nullable FeedEntry> entries() {
        return List.of();
    }

    /** The snapshot, if this is one; null among them is a tombstone. */
    default List<@Nullable FeedSnapshot> snapshots() {
        return List.of();
    }

    /**
     * An entry, or null in the place of one that leaves.
     *
     * @param evicted whether it leaves because the feed was full
     */
    record Entry(@Nullable FeedEntry entry, boolean evicted) implements FeedRecord {
        @Override
        public List<@Nullable FeedEntry> entries() {
            return Collections.singletonList(entry);
        }
    }

    /** A snapshot, or null in the place of one of a feed that is empty now. */
    record Snapshot(@Nullable FeedSnapshot snapshot) implements FeedRecord {
        @Override
        public List<@Nullable FeedSnapshot> snapshots() {
            return Collections.singletonList(snapshot);
        }
    }
}
