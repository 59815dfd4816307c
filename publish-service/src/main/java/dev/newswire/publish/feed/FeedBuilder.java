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
        int size = state == null ? 0 : state.getSize();
        if (old != null) {
            entries.delete(oldKey);
            size--;
        }
        if (entry != null) {
            entries.put(EntryKey.of(feedId, entry.getSortAt().toEpochMilli(), articleId), entry);
            size++;
        }
        List<EntryUpdate> updates = new ArrayList<>(List.of(new EntryUpdate(articleId, entry, false)));
        size -= evict(feedId, size - limit, entries, updates);
        if (old == null) {
            // Whoever is too old to get in was never seen to leave.
            updates.removeIf(
                    update -> update.entry() == null && update.articleId().equals(articleId));
        }
        return updates.isEmpty() ? Optional.empty() : Optional.of(update(feedId, state, change, size, now, updates));
    }

    /** Lets the oldest entries go; returns how many went. */
    private static int evict(String feedId, int surplus, EntryTable entries, List<EntryUpdate> updates) {
        int evicted = 0;
        for (String key = entries.oldest(feedId); evicted < surplus && key != null; key = entries.oldest(feedId)) {
            String articleId = EntryKey.articleId(key);
            entries.delete(key);
            updates.removeIf(update -> update.articleId().equals(articleId));
            updates.add(new EntryUpdate(articleId, null, true));
            evicted++;
        }
        return evicted;
    }

    private static FeedUpdate update(
            String feedId,
            @Nullable FeedState state,
            FeedChange change,
            int size,
            Instant now,
            List<EntryUpdate> updates) {
        FeedState next = FeedState.newBuilder()
                .setTitle(title(feedId, state, change))
                .setSize(size)
                .setChanges(state == null ? 1 : state.getChanges() + 1)
                .setUpdatedAt(now)
                .setDirty(true)
                .setSnapshotAt(state == null ? Instant.EPOCH : state.getSnapshotAt())
                .build();
        return new FeedUpdate(next, updates);
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
}
