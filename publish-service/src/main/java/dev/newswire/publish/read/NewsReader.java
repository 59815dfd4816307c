package dev.newswire.publish.read;

import dev.newswire.platform.streams.StoreNotReadyException;
import dev.newswire.schema.FeedEntry;
import java.util.List;
import java.util.Optional;

/**
 * Reads what is published. Articles under embargo and withdrawn ones do not exist here.
 * Every method throws {@link StoreNotReadyException} while stores are restored or move between instances.
 */
public interface NewsReader {
    /** What is known about a feed; empty for one without entries. */
    Optional<FeedInfo> feed(String feedId);

    /** The newest entries of a feed, newest first, at most {@code limit}. */
    List<FeedEntry> entries(String feedId, int limit);

    /** Feeds that pass a filter, the largest first. */
    List<FeedInfo> feeds(FeedFilter filter);

    /** An article that stands in feeds. */
    Optional<ArticleView> article(String articleId);
}
