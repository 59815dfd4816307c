package dev.newswire.publish.feed;

import dev.newswire.schema.FeedEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The entries of one feed as readers see them, counted, and what changes among them. */
final class EntryShelf {
    private final String feedId;
    private final EntryTable entries;
    private final Map<String, Change> changes = new LinkedHashMap<>();
    private final TreeSet<String> behindAll = new TreeSet<>();
    private int size;
    private String bound;

    /** What readers saw of an article and what they see now. */
    private static final class Change {
        private final @Nullable FeedEntry before;
        private @Nullable FeedEntry after;
        private boolean evicted;

        Change(@Nullable FeedEntry before) {
            this.before = before;
        }
    }

    EntryShelf(String feedId, EntryTable entries, int size, @Nullable String behind) {
        this.feedId = feedId;
        this.entries = entries;
        this.size = size;
        this.bound = behind == null ? EntryKey.end(feedId) : behind;
    }

    int size() {
        return size;
    }

    /**
     * Key behind which no entry stands. A store keeps the graves of entries for a while, and a search for the oldest that
     * starts here does not walk over them. What was put behind all others and left again does not move it: feeds that
     * work through a backlog see many such.
     */
    String behind() {
        return behindAll.isEmpty() ? bound : behindAll.last();
    }

    /** The entry of an article at a place; null where it does not stand there. */
    @Nullable
    FeedEntry at(long sortAt, String articleId) {
        return entries.get(EntryKey.of(feedId, sortAt, articleId));
    }

    void show(FeedEntry entry) {
        String key = key(entry);
        FeedEntry old = entries.get(key);
        change(entry.getArticleId(), old).after = entry;
        entries.put(key, entry);
        size += old == null ? 1 : 0;
        if (key.compareTo(bound) > 0) {
            behindAll.add(key);
        }
    }

    /** Takes an entry away if it stands there. */
    void hide(FeedEntry entry) {
        String key = key(entry);
        FeedEntry old = entries.get(key);
        if (old != null) {
            change(entry.getArticleId(), old).after = null;
            entries.delete(key);
            behindAll.remove(key);
            size--;
        }
    }

    /** Whether an entry would stand behind all others. */
    boolean isBehindAll(FeedEntry entry) {
        String oldest = oldest();
        return oldest != null && key(entry).compareTo(oldest) > 0;
    }

    /** The oldest entry if it sorts before an instant, or whatever its age where the feed is too large. */
    @Nullable
    FeedEntry next(int limit, Instant tooOld) {
        if (size == 0 || (size <= limit && tooOld.equals(Instant.MIN))) {
            return null;
        }
        String key = oldest();
        FeedEntry oldest = key == null ? null : entries.get(key);
        if (oldest == null) {
            throw new IllegalStateException("feed " + feedId + " counts " + size + " entries and has none");
        }
        return size > limit || oldest.getSortAt().isBefore(tooOld) ? oldest : null;
    }

    /** Lets the oldest entry go. */
    void evict(FeedEntry oldest) {
        hide(oldest);
        change(oldest.getArticleId(), null).evicted = true;
        String key = key(oldest);
        if (key.compareTo(bound) < 0) {
            bound = key;
        }
    }

    List<FeedEntry> all() {
        List<FeedEntry> all = new ArrayList<>();
        entries.newestFirst(feedId, all::add);
        return all;
    }

    /** What readers see change, in the order in which it happened. */
    List<EntryUpdate> updates() {
        List<EntryUpdate> updates = new ArrayList<>();
        changes.forEach((articleId, change) -> {
            if (!Objects.equals(change.before, change.after)) {
                updates.add(new EntryUpdate(articleId, change.after, change.after == null && change.evicted));
            }
        });
        return updates;
    }

    /** What was put behind all others just now is known: iterators of stores look one key ahead, over all graves. */
    private @Nullable String oldest() {
        return behindAll.isEmpty() ? entries.oldest(feedId, bound) : behindAll.last();
    }

    private Change change(String articleId, @Nullable FeedEntry before) {
        return changes.computeIfAbsent(articleId, unknown -> new Change(before));
    }

    private String key(FeedEntry entry) {
        return EntryKey.of(feedId, entry.getSortAt().toEpochMilli(), entry.getArticleId());
    }
}
