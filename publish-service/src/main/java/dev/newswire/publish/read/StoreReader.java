package dev.newswire.publish.read;

import dev.newswire.platform.streams.KeyedStore;
import dev.newswire.publish.feed.EntryKey;
import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.internal.ArticleHistory;
import dev.newswire.schema.internal.ArticleVersion;
import dev.newswire.schema.internal.Departure;
import dev.newswire.schema.internal.FeedDepartures;
import dev.newswire.schema.internal.FeedState;
import dev.newswire.schema.internal.PublishedArticle;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads stores, wherever their parts are.
 *
 * @param articles by articleId, none of them under embargo
 * @param feeds by feedId
 * @param entries by {@link EntryKey}
 * @param departures by feedId
 * @param histories by articleId
 * @param lists lists feeds
 */
public record StoreReader(
        KeyedStore<PublishedArticle> articles,
        KeyedStore<FeedState> feeds,
        KeyedStore<FeedEntry> entries,
        KeyedStore<FeedDepartures> departures,
        KeyedStore<ArticleHistory> histories,
        FeedLister lists)
        implements NewsReader {
    @Override
    public Optional<FeedInfo> feed(String feedId) {
        FeedState state = feeds.get(feedId);
        if (state != null && FeedInfo.exists(state)) {
            return Optional.of(FeedInfo.of(feedId, state));
        }
        return Optional.ofNullable(departures.get(feedId)).map(left -> FeedInfo.of(feedId, left));
    }

    @Override
    public List<Departure> departures(String feedId) {
        FeedDepartures left = departures.get(feedId);
        return left == null ? List.of() : left.getNewest();
    }

    @Override
    public List<FeedEntry> entries(String feedId, @Nullable EntryCursor behind, int limit) {
        String from = behind == null ? EntryKey.prefix(feedId) : behind.behind(feedId);
        return entries.range(feedId, from, EntryKey.end(feedId), limit);
    }

    @Override
    public List<FeedInfo> feeds(FeedFilter filter) {
        return lists.feeds(filter);
    }

    @Override
    public Optional<ArticleView> article(String articleId) {
        PublishedArticle memory = articles.get(articleId);
        if (memory == null || memory.getArticle() == null) {
            return Optional.empty();
        }
        return Optional.of(new ArticleView(memory.getArticle(), memory.getRelated(), memory.getFeeds()));
    }

    @Override
    public List<ArticleVersion> history(String articleId) {
        ArticleHistory history = histories.get(articleId);
        return history == null ? List.of() : history.getVersions();
    }

    @Override
    public boolean isWithdrawn(String articleId) {
        PublishedArticle memory = articles.get(articleId);
        return memory != null && memory.getWithdrawn();
    }

    /** What everyone may see of an article: nothing of one under embargo. */
    static @Nullable PublishedArticle visible(PublishedArticle memory) {
        return memory.getPending() == null ? memory : null;
    }
}
