package dev.newswire.publish.read;

import dev.newswire.platform.streams.LocalStore;
import dev.newswire.publish.feed.EntryKey;
import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.internal.FeedState;
import dev.newswire.schema.internal.PublishedArticle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Reads the stores of this instance. With several instances each knows only its own partitions; whoever routes
 * requests between them does so behind {@link NewsReader}.
 *
 * @param articles by articleId
 * @param feeds by feedId
 * @param entries by {@link EntryKey}
 */
public record StoreReader(
        LocalStore<PublishedArticle> articles, LocalStore<FeedState> feeds, LocalStore<FeedEntry> entries)
        implements NewsReader {
    @Override
    public Optional<FeedInfo> feed(String feedId) {
        FeedState state = feeds.get(feedId);
        return state == null || state.getSize() == 0 ? Optional.empty() : Optional.of(info(feedId, state));
    }

    @Override
    public List<FeedEntry> entries(String feedId, int limit) {
        List<FeedEntry> newest = new ArrayList<>();
        entries.scan(EntryKey.prefix(feedId), entry -> {
            newest.add(entry);
            return newest.size() < limit;
        });
        return newest;
    }

    @Override
    public List<FeedInfo> feeds(FeedFilter filter) {
        PriorityQueue<FeedInfo> smallestFirst = new PriorityQueue<>(FeedInfo.LARGEST_FIRST.reversed());
        feeds.forEach((feedId, state) -> {
            FeedInfo feed = info(feedId, state);
            if (feed.size() > 0 && filter.accepts(feed)) {
                smallestFirst.add(feed);
            }
            if (smallestFirst.size() > filter.limit()) {
                smallestFirst.remove();
            }
        });
        return smallestFirst.stream().sorted(FeedInfo.LARGEST_FIRST).toList();
    }

    @Override
    public Optional<ArticleView> article(String articleId) {
        PublishedArticle memory = articles.get(articleId);
        if (memory == null || memory.getPending() != null) {
            return Optional.empty();
        }
        EnrichedArticle article = memory.getArticle();
        return article == null
                ? Optional.empty()
                : Optional.of(new ArticleView(article, memory.getRelated(), memory.getFeeds()));
    }

    private static FeedInfo info(String feedId, FeedState state) {
        return new FeedInfo(feedId, state.getTitle(), state.getSize(), state.getUpdatedAt(), state.getChanges());
    }
}
