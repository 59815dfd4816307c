package dev.newswire.publish.feed;

import dev.newswire.schema.internal.FeedChange;

/**
 * A change on its way to its feed.
 *
 * @param feedId the feed
 * @param change what happens there
 */
public record PlannedChange(String feedId, FeedChange change) {}
