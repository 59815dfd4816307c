package dev.newswire.publish.feed;

import dev.newswire.schema.internal.FeedChange;
import dev.newswire.schema.internal.PublishedArticle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Works out what changes in feeds between two states of an article. */
final class FeedDiff {
    private static final PublishedArticle NOTHING =
            PublishedArticle.newBuilder().build();

    private final FeedMatcher matcher;

    FeedDiff(FeedMatcher matcher) {
        this.matcher = matcher;
    }

    /** The plan that leads from one state to the next, whose feeds are worked out here. */
    Plan plan(PublishedArticle before, PublishedArticle.Builder next, List<FateNote> fates) {
        return plan(before, next, fates, Refill.NONE);
    }

    /** The same, and entries again in feeds that are filled anew. */
    Plan plan(PublishedArticle before, PublishedArticle.Builder next, List<FateNote> fates, Refill refill) {
        EntryWriter old = writer(before);
        EntryWriter fresh = writer(next.build(), before, old);
        List<FeedRef> feeds = fresh == null ? List.of() : matcher.feedsOf(next.getArticle(), next.getRelated());
        PublishedArticle after =
                next.setFeeds(feeds.stream().map(FeedRef::feedId).toList()).build();

        List<PlannedChange> changes = new ArrayList<>();
        if (old != null) {
            leave(old, before.getFeeds(), after.getFeeds(), changes);
        }
        if (fresh != null) {
            enter(fresh, old == null ? fresh : old, standing(before, old, fresh), feeds, refill, changes);
        }
        return new Plan(after.equals(NOTHING) ? null : after, changes, fates);
    }

    /** Whether an article leaves a feed, comes to one, or stands in one that is filled. */
    boolean concerns(PublishedArticle article, Refill refill) {
        if (article.getArticle() == null || article.getPending() != null) {
            return false;
        }
        List<String> feeds = matcher.feedsOf(article.getArticle(), article.getRelated()).stream()
                .map(FeedRef::feedId)
                .toList();
        return !feeds.equals(article.getFeeds()) || feeds.stream().anyMatch(refill::isFilling);
    }

    private static void leave(EntryWriter old, List<String> feeds, List<String> kept, List<PlannedChange> changes) {
        Set<String> staying = new HashSet<>(kept);
        for (String feedId : feeds) {
            if (!staying.contains(feedId)) {
                changes.add(new PlannedChange(feedId, change(old).build()));
            }
        }
    }

    /** Whether a feed has the article's entry as it is to be. */
    private static Predicate<FeedRef> standing(PublishedArticle before, @Nullable EntryWriter old, EntryWriter fresh) {
        if (old == null || !old.write("", false).equals(fresh.write("", false))) {
            return feed -> false;
        }
        Set<String> feeds = new HashSet<>(before.getFeeds());
        boolean isLinkedAlike = old.write("", true).equals(fresh.write("", true));
        return feed -> feeds.contains(feed.feedId()) && (isLinkedAlike || !feed.linked());
    }

    /** Entries for all feeds but those where the same entry stands already. */
    private static void enter(
            EntryWriter fresh,
            EntryWriter old,
            Predicate<FeedRef> isStanding,
            List<FeedRef> feeds,
            Refill refill,
            List<PlannedChange> changes) {
        for (FeedRef feed : feeds) {
            boolean again = refill.isFilling(feed.feedId());
            if (again ? !refill.takes(feed.feedId(), fresh) : isStanding.test(feed)) {
                continue;
            }
            FeedChange change = change(old)
                    .setFeedTitle(feed.title())
                    .setEntry(fresh.write(feed.feedId(), feed.linked()))
                    .build();
            changes.add(new PlannedChange(feed.feedId(), change));
        }
    }

    private static FeedChange.Builder change(EntryWriter old) {
        return FeedChange.newBuilder()
                .setArticleId(old.articleId())
                .setPreviousSortAt(old.sortAt().toEpochMilli())
                .setFirstReceivedAt(old.firstReceivedAt().toEpochMilli());
    }

    /** The same of the next state; most changes are of links alone, and leave the article as it was. */
    private static @Nullable EntryWriter writer(
            PublishedArticle next, PublishedArticle before, @Nullable EntryWriter old) {
        return old != null && next.getPending() == null && next.getArticle() == before.getArticle()
                ? old.with(next.getRelated())
                : writer(next);
    }

    /** Writes the entries of an article that stands in feeds; null where it does not. */
    private static @Nullable EntryWriter writer(PublishedArticle state) {
        if (state.getArticle() == null || state.getPending() != null) {
            return null;
        }
        return new EntryWriter(state.getArticle(), state.getRelated());
    }
}
