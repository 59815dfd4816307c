package dev.newswire.publish.read;

import dev.newswire.platform.streams.StoreNotReadyException;
import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.internal.ArticleVersion;
import dev.newswire.schema.internal.Departure;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is published. Articles under embargo and withdrawn ones do not exist here.
 * Every method throws {@link StoreNotReadyException} while stores are restored or move between instances.
 */
public interface NewsReader {
    /** What is known about a feed; empty for one that nobody defined, has no entries and lost none lately. */
    Optional<FeedInfo> feed(String feedId);

    /** The newest entries of a feed, newest first, at most {@code limit}. */
    default List<FeedEntry> entries(String feedId, int limit) {
        return entries(feedId, null, limit);
    }

    /** Entries of a feed behind a place, newest first, at most {@code limit}; from the newest on where there is none. */
    List<FeedEntry> entries(String feedId, @Nullable EntryCursor behind, int limit);

    /** Entries that left a feed lately, newest first; without those that left because the feed was full. */
    List<Departure> departures(String feedId);

    /** Feeds that pass a filter, the largest first. */
    List<FeedInfo> feeds(FeedFilter filter);

    /** An article that stands in feeds. */
    Optional<ArticleView> article(String articleId);

    /** How an article read before it was corrected, the oldest version first; of many, the newest. */
    List<ArticleVersion> history(String articleId);

    /** Whether an article was published once and is withdrawn now. */
    boolean isWithdrawn(String articleId);
}
