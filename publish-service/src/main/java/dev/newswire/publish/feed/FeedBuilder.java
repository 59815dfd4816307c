package dev.newswire.publish.feed;

import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.FeedOrder;
import dev.newswire.schema.internal.FeedChange;
import dev.newswire.schema.internal.FeedSettings;
import dev.newswire.schema.internal.FeedState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Applies changes to feeds. Applying a change twice is applying it once. */
public final class FeedBuilder {
    private final KeepingRules rules;

    /** @param rules how feeds are kept that nobody has defined */
    public FeedBuilder(KeepingRules rules) {
        this.rules = rules;
    }

    /**
     * Applies a change to a feed and its entries.
     *
     * @param state what is remembered of the feed; null where it is new
     * @return empty where nothing changes for readers
     */
    public Optional<FeedUpdate> apply(
            String feedId,
            @Nullable FeedState state,
            FeedChange change,
            EntryTable entries,
            GroupTable groups,
            Instant now) {
        FeedSettings settings = newer(state == null ? null : state.getSettings(), change.getSettings());
        if (state == null && isClosed(feedId, settings)) {
            return Optional.empty();
        }
        Work work = new Work(feedId, state, rules.of(feedId, settings), entries, groups);
        work.rearrange(state == null ? work.keeping : before(feedId, state));
        if (isClosed(feedId, settings)) {
            work.clear();
        } else if (!change.getArticleId().isEmpty()) {
            work.put(change, now);
        }
        work.evict(now);
        String title = title(feedId, state, change, settings);
        return update(work, state, title, settings, now);
    }

    /** Lets go what has become too old; empty where nothing has. */
    public Optional<FeedUpdate> expire(
            String feedId, FeedState state, EntryTable entries, GroupTable groups, Instant now) {
        Work work = new Work(feedId, state, before(feedId, state), entries, groups);
        work.evict(now);
        return update(work, state, state.getTitle(), state.getSettings(), now);
    }

    private static Optional<FeedUpdate> update(
            Work work, @Nullable FeedState state, String title, @Nullable FeedSettings settings, Instant now) {
        List<EntryUpdate> updates = work.shelf.updates();
        boolean renamed = state == null
                ? settings != null
                : !title.equals(state.getTitle()) || !Objects.equals(settings, state.getSettings());
        if (updates.isEmpty() && !renamed) {
            return Optional.empty();
        }
        FeedState next = FeedState.newBuilder()
                .setTitle(title)
                .setSize(work.shelf.size())
                .setChanges(state == null ? 1 : state.getChanges() + 1)
                .setUpdatedAt(now)
                .setDirty(true)
                .setSnapshotAt(state == null ? Instant.EPOCH : state.getSnapshotAt())
                .setBehind(work.shelf.behind())
                .setSettings(settings)
                .setDuplicates(work.keeping.duplicates())
                .setStories(work.keeping.stories())
                .build();
        return Optional.of(new FeedUpdate(next, updates));
    }

    /** Whether a feed that needs a definition has none: what is planned into it comes again when it has one. */
    private static boolean isClosed(String feedId, @Nullable FeedSettings settings) {
        return settings == null ? FeedIds.family(feedId).equals(FeedIds.DEFINED) : settings.getRemoved();
    }

    /** Each partition of articles tells of a definition when it comes to it: the latest one holds. */
    private static @Nullable FeedSettings newer(@Nullable FeedSettings known, @Nullable FeedSettings told) {
        if (told == null || (known != null && told.getGeneration() < known.getGeneration())) {
            return known;
        }
        if (known != null && told.getRemoved()) {
            // What is left is taken out by the rules that it was put in by.
            return FeedSettings.newBuilder(known)
                    .setRemoved(true)
                    .setGeneration(told.getGeneration())
                    .build();
        }
        return told;
    }

    /** How the entries that stand there were arranged. */
    private Keeping before(String feedId, FeedState state) {
        Keeping now = rules.of(feedId, state.getSettings());
        return new Keeping(now.limit(), now.maximumAge(), state.getDuplicates(), state.getStories(), now.order());
    }

    private static String title(
            String feedId, @Nullable FeedState state, FeedChange change, @Nullable FeedSettings settings) {
        if (settings != null && !settings.getRemoved()) {
            return settings.getTitle();
        }
        if (change.getFeedTitle() != null) {
            return change.getFeedTitle();
        }
        if (state != null) {
            return state.getTitle();
        }
        FeedEntry entry = change.getEntry();
        return entry == null ? feedId : entry.getTitle();
    }

    /** One feed in hand. */
    private static final class Work {
        private final String feedId;
        private final Keeping keeping;
        private final GroupTable table;
        private final EntryShelf shelf;
        private final Groups groups;

        Work(String feedId, @Nullable FeedState state, Keeping keeping, EntryTable entries, GroupTable table) {
            this.feedId = feedId;
            this.keeping = keeping;
            this.table = table;
            this.shelf = new EntryShelf(
                    feedId, entries, state == null ? 0 : state.getSize(), state == null ? null : state.getBehind());
            this.groups = new Groups(feedId, table, shelf, keeping);
        }

        /** Puts all articles where they belong if they stood by other rules. */
        void rearrange(Keeping before) {
            if (keeping.isLike(before)) {
                return;
            }
            List<FeedEntry> shown = shelf.all();
            List<FeedEntry> articles = before.groups() ? new Groups(feedId, table, shelf, before).clear() : shown;
            shown.forEach(shelf::hide);
            for (FeedEntry article : articles) {
                show(keeping.place(article));
            }
        }

        /** Takes everything out. */
        void clear() {
            if (keeping.groups()) {
                groups.clear();
            }
            shelf.all().forEach(shelf::hide);
        }

        void put(FeedChange change, Instant now) {
            FeedEntry given = change.getEntry();
            FeedEntry entry = given == null ? null : keeping.place(given);
            if (entry != null && entry.getSortAt().isBefore(keeping.oldest(now))) {
                entry = null;
            }
            if (keeping.groups()) {
                groups.put(change.getArticleId(), entry);
                return;
            }
            long sortAt =
                    keeping.order() == FeedOrder.RECEIVED ? change.getFirstReceivedAt() : change.getPreviousSortAt();
            FeedEntry old = shelf.at(sortAt, change.getArticleId());
            if (Objects.equals(old, entry)) {
                return;
            }
            if (old != null) {
                shelf.hide(old);
            } else if (entry != null && shelf.size() >= keeping.limit() && shelf.isBehindAll(entry)) {
                return;
            }
            if (entry != null) {
                shelf.show(entry);
            }
        }

        void evict(Instant now) {
            Instant tooOld = keeping.oldest(now);
            FeedEntry oldest = shelf.next(keeping.limit(), tooOld);
            while (oldest != null) {
                if (keeping.groups()) {
                    groups.evict(oldest);
                } else {
                    shelf.evict(oldest);
                }
                oldest = shelf.next(keeping.limit(), tooOld);
            }
        }

        private void show(FeedEntry article) {
            if (keeping.groups()) {
                groups.put(article.getArticleId(), article);
            } else {
                shelf.show(article);
            }
        }
    }
}
