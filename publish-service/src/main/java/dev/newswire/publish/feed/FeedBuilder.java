package dev.newswire.publish.feed;

import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.internal.FeedChange;
import dev.newswire.schema.internal.FeedState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Applies changes to feeds and keeps each within its limit: the oldest leave. */
public final class FeedBuilder {
    private final int limit;

    /** @param limit most entries of a feed, at least 1 */
    public FeedBuilder(int limit) {
        this.limit = limit;
    }

    /**
     * Applies a change to a feed and its entries.
     *
     * @param state what is remembered of the feed; null where it is new
     * @return empty where nothing changes for readers
     */
    public Optional<FeedUpdate> apply(
            String feedId, @Nullable FeedState state, FeedChange change, EntryTable entries, Instant now) {
        String articleId = change.getArticleId();
        FeedEntry entry = change.getEntry();
        String oldKey = EntryKey.of(feedId, change.getPreviousSortAt(), articleId);
        FeedEntry old = entries.get(oldKey);
        if (Objects.equals(old, entry)) {
            return Optional.empty();
        }
        Shelf shelf = new Shelf(feedId, state, entries);
        if (old != null) {
            shelf.take(oldKey);
        }
        if (entry != null) {
            String key = EntryKey.of(feedId, entry.getSortAt().toEpochMilli(), articleId);
            if (old == null && shelf.size >= limit && shelf.isBehindAll(key)) {
                return Optional.empty();
            }
            shelf.put(key, entry);
        }
        List<EntryUpdate> updates = new ArrayList<>(List.of(new EntryUpdate(articleId, entry, false)));
        while (shelf.size > limit) {
            String evicted = EntryKey.articleId(shelf.evict());
            updates.removeIf(update -> update.articleId().equals(evicted));
            // Whoever did not get in was never seen to leave.
            if (old != null || !evicted.equals(articleId)) {
                updates.add(new EntryUpdate(evicted, null, true));
            }
        }
        FeedState next = FeedState.newBuilder()
                .setTitle(title(feedId, state, change))
                .setSize(shelf.size)
                .setChanges(state == null ? 1 : state.getChanges() + 1)
                .setUpdatedAt(now)
                .setDirty(true)
                .setSnapshotAt(state == null ? Instant.EPOCH : state.getSnapshotAt())
                .setBehind(shelf.behind)
                .build();
        return Optional.of(new FeedUpdate(next, updates));
    }

    private static String title(String feedId, @Nullable FeedState state, FeedChange change) {
        if (change.getFeedTitle() != null) {
            return change.getFeedTitle();
        }
        if (state != null) {
            return state.getTitle();
        }
        FeedEntry entry = change.getEntry();
        return entry == null ? feedId : entry.getTitle();
    }

    /** The entries of one feed, counted. */
    private static final class Shelf {
        private final String feedId;
        private final EntryTable entries;
        private int size;
        private String behind;

        Shelf(String feedId, @Nullable FeedState state, EntryTable entries) {
            this.feedId = feedId;
            this.entries = entries;
            this.size = state == null ? 0 : state.getSize();
            this.behind = state == null || state.getBehind() == null ? EntryKey.end(feedId) : state.getBehind();
        }

        void take(String key) {
            entries.delete(key);
            size--;
        }

        void put(String key, FeedEntry entry) {
            entries.put(key, entry);
            size++;
            if (key.compareTo(behind) > 0) {
                behind = EntryKey.end(feedId);
            }
        }

        boolean isBehindAll(String key) {
            String oldest = entries.oldest(feedId, behind);
            return oldest != null && key.compareTo(oldest) > 0;
        }

        /** Lets the oldest entry go; returns its key. */
        String evict() {
            String oldest = entries.oldest(feedId, behind);
            if (oldest == null) {
                throw new IllegalStateException("feed " + feedId + " counts " + size + " entries and has none");
            }
            take(oldest);
            // A store keeps its graves for a while: a search that starts here does not walk over them.
            behind = oldest;
            return oldest;
        }
    }
}
