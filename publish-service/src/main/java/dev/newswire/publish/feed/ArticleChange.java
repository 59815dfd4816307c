package dev.newswire.publish.feed;

import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.RelatedArticles;
import org.jspecify.annotations.Nullable;

/** What can happen to an article. */
public sealed interface ArticleChange {
    /** A new or corrected article. */
    record Upserted(EnrichedArticle article) implements ArticleChange {}

    /** The article is withdrawn. */
    record Withdrawn() implements ArticleChange {}

    /** Its links are these now. */
    record Linked(RelatedArticles related) implements ArticleChange {}

    /** It has no links any more. */
    record Unlinked() implements ArticleChange {}

    /** The time of an embargo has come, perhaps of one that no longer holds. */
    record EmbargoEnded() implements ArticleChange {}

    /** What a value of the enriched topic says. */
    static ArticleChange ofEnriched(@Nullable EnrichedArticle article) {
        return article == null ? new Withdrawn() : new Upserted(article);
    }

    /** What a value of the related topic says. */
    static ArticleChange ofRelated(@Nullable RelatedArticles related) {
        return related == null ? new Unlinked() : new Linked(related);
    }
}
