package dev.newswire.publish.read;

import java.util.List;

/** Lists feeds. */
@FunctionalInterface
interface FeedLister {
    /** Feeds that pass a filter, the largest first. */
    List<FeedInfo> feeds(FeedFilter filter);
}
