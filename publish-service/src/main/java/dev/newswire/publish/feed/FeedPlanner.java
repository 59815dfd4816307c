package dev.newswire.publish.feed;

import dev.newswire.publish.feed.ArticleChange.EmbargoEnded;
import dev.newswire.publish.feed.ArticleChange.Linked;
import dev.newswire.publish.feed.ArticleChange.Upserted;
import dev.newswire.publish.feed.ArticleChange.Withdrawn;
import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.RelatedArticles;
import dev.newswire.schema.internal.EventCoordinates;
import dev.newswire.schema.internal.PendingEvent;
import dev.newswire.schema.internal.PublishedArticle;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns what happens to an article into changes of feeds. The feeds follow from the newest article and the newest
 * links alone, so the two may arrive in any order, and a change that says nothing new changes nothing.
 */
public final class FeedPlanner {
    private static final PublishedArticle UNKNOWN =
            PublishedArticle.newBuilder().build();

    private final FeedDiff diff;

    /** @param matcher decides which feeds an article belongs to */
    public FeedPlanner(FeedMatcher matcher) {
        this.diff = new FeedDiff(matcher);
    }

    /** What follows from a change, given what is remembered of the article; null where nothing is. */
    public Plan plan(@Nullable PublishedArticle memory, ArticleChange change, Occasion occasion) {
        PublishedArticle before = memory == null ? UNKNOWN : memory;
        if (change instanceof Upserted upserted) {
            return upsert(memory, before, upserted.article(), occasion);
        }
        if (change instanceof Withdrawn) {
            return withdraw(before, occasion);
        }
        if (change instanceof Linked linked) {
            return link(memory, before, linked.related());
        }
        if (change instanceof EmbargoEnded) {
            return release(memory, before, occasion.at());
        }
        return link(memory, before, null);
    }

    /** What follows for an article that nothing happened to when definitions have changed. */
    public Plan refill(@Nullable PublishedArticle memory, Refill refill) {
        if (memory == null || !diff.concerns(memory, refill)) {
            return Plan.nothing(memory);
        }
        return diff.plan(memory, PublishedArticle.newBuilder(memory), List.of(), refill);
    }

    private Plan upsert(
            @Nullable PublishedArticle memory, PublishedArticle before, EnrichedArticle article, Occasion occasion) {
        if (isPast(before, article, occasion)) {
            return Plan.nothing(memory);
        }
        Instant embargo = article.getEmbargoUntil();
        boolean waits = embargo != null && embargo.isAfter(occasion.at()) && !hasEnded(before, embargo);
        PublishedArticle.Builder after = PublishedArticle.newBuilder()
                .setRevision(article.getRevision())
                .setOrigin(occasion.origin())
                .setArticle(article)
                .setRelated(before.getRelated())
                .setPending(waits ? new PendingEvent(embargo, occasion.headers()) : null);
        return diff.plan(before, after, FateNotes.ofUpsert(before, article, waits, occasion));
    }

    private Plan withdraw(PublishedArticle before, Occasion occasion) {
        PublishedArticle.Builder after = PublishedArticle.newBuilder()
                .setRevision(before.getRevision())
                .setOrigin(occasion.origin())
                .setRelated(before.getRelated())
                .setWithdrawn(true);
        return diff.plan(before, after, FateNotes.ofWithdrawal(before, occasion));
    }

    private Plan link(@Nullable PublishedArticle memory, PublishedArticle before, @Nullable RelatedArticles related) {
        if (Objects.equals(before.getRelated(), related)) {
            return Plan.nothing(memory);
        }
        PublishedArticle.Builder after = PublishedArticle.newBuilder()
                .setRevision(before.getRevision())
                .setOrigin(before.getOrigin())
                .setArticle(before.getArticle())
                .setRelated(related)
                .setWithdrawn(before.getWithdrawn())
                .setPending(before.getPending());
        return diff.plan(before, after, List.of());
    }

    private Plan release(@Nullable PublishedArticle memory, PublishedArticle before, Instant at) {
        PendingEvent pending = before.getPending();
        EnrichedArticle article = before.getArticle();
        if (pending == null || article == null || pending.getUntil().isAfter(at)) {
            return Plan.nothing(memory);
        }
        PublishedArticle.Builder after = PublishedArticle.newBuilder()
                .setRevision(before.getRevision())
                .setOrigin(before.getOrigin())
                .setArticle(article)
                .setRelated(before.getRelated());
        return diff.plan(before, after, FateNotes.ofRelease(before));
    }

    /** Whether an upsert only repeats what has been overtaken: a replay of the source topic brings such. */
    private static boolean isPast(PublishedArticle before, EnrichedArticle article, Occasion occasion) {
        if (article.getRevision() != before.getRevision()) {
            return article.getRevision() < before.getRevision();
        }
        EventCoordinates known = before.getOrigin();
        EventCoordinates origin = occasion.origin();
        return before.getWithdrawn()
                && known != null
                && origin != null
                && origin.getTopic().equals(known.getTopic())
                && origin.getPartition() == known.getPartition()
                && origin.getOffset() <= known.getOffset();
    }

    /** Whether the article was let out of the same embargo before: the clock that decided so outranks record time. */
    private static boolean hasEnded(PublishedArticle before, Instant embargo) {
        EnrichedArticle article = before.getArticle();
        return article != null && before.getPending() == null && embargo.equals(article.getEmbargoUntil());
    }
}
