package dev.newswire.publish.feed;

import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.RelatedArticles;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides which feeds an article belongs to. The same article and links must always give the same feeds. */
@FunctionalInterface
public interface FeedMatcher {
    /** The feeds of an article, each once; {@code related} is null where the article has no links. */
    List<FeedRef> feedsOf(EnrichedArticle article, @Nullable RelatedArticles related);

    /** The feeds of this matcher, then those of the other. Their names must not overlap. */
    default FeedMatcher and(FeedMatcher other) {
        return (article, related) -> {
            List<FeedRef> feeds = new ArrayList<>(feedsOf(article, related));
            feeds.addAll(other.feedsOf(article, related));
            return feeds;
        };
    }
}
