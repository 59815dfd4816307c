package dev.newswire.publish.feed.definition;

import dev.newswire.publish.feed.FeedMatcher;
import dev.newswire.publish.feed.FeedRef;
import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.RelatedArticles;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The definitions that hold at a moment. Never changes, so that many threads may ask at once. */
public final class DefinedFeeds implements FeedMatcher {
    /** No definition at all. */
    public static final DefinedFeeds NONE = of(List.of());

    private final Map<String, Defined> byId;
    private final QueryIndex index;

    private DefinedFeeds(Map<String, Defined> byId) {
        this.byId = Collections.unmodifiableMap(byId);
        this.index =
                new QueryIndex(byId.values().stream().map(Defined::definition).toList());
    }

    /** These definitions, at most one of a feed. */
    public static DefinedFeeds of(Collection<Defined> definitions) {
        Map<String, Defined> byId = new TreeMap<>();
        definitions.forEach(defined -> byId.put(defined.definition().getFeedId(), defined));
        return new DefinedFeeds(byId);
    }

    /** The definitions by feed, in the order of their ids. */
    public Map<String, Defined> byId() {
        return byId;
    }

    @Override
    public List<FeedRef> feedsOf(EnrichedArticle article, @Nullable RelatedArticles related) {
        return index.feedsOf(article).stream()
                .map(feedId -> new FeedRef(feedId, null, true))
                .toList();
    }
}
