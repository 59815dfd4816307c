package dev.newswire.publish.feed;

import org.jspecify.annotations.Nullable;

/**
 * A feed that an article belongs to.
 *
 * @param feedId the feed
 * @param title the feed's title where this article teaches it; null where another one does
 * @param linked whether its entries tell the links of articles, and so are written anew with each change of these
 */
public record FeedRef(String feedId, @Nullable String title, boolean linked) {}
