package dev.newswire.publish.feed;

import dev.newswire.schema.FeedEntry;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an article's entry in a feed.
 *
 * @param articleId the article
 * @param entry the entry as it is now; null where it has left
 * @param evicted whether it left because the feed was full
 */
public record EntryUpdate(String articleId, @Nullable FeedEntry entry, boolean evicted) {}
