package dev.newswire.ingest.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed as read; null stands for what it does not say.
 *
 * @param format its family
 * @param version as the feed states it, such as "2.0"
 * @param id the feed's own identifier
 * @param title of the feed
 * @param description of the feed
 * @param links where it points
 * @param language BCP 47 tag of its items, where they say nothing else
 * @param authors of its items, where they say nothing else
 * @param published when this edition was published
 * @param updated when it last changed
 * @param schedule how often it asks to be polled
 * @param items in the feed's order
 * @param itemsDropped number of items behind {@link FeedLimits#items()}, which were not read
 * @param repairs what had to be repaired or guessed, one sentence each; empty for a feed that is as its standard asks
 */
public record ParsedFeed(
        FeedFormat format,
        @Nullable String version,
        @Nullable String id,
        @Nullable FeedText title,
        @Nullable FeedText description,
        FeedLinks links,
        @Nullable String language,
        List<FeedPerson> authors,
        @Nullable FeedTime published,
        @Nullable FeedTime updated,
        FeedSchedule schedule,
        List<FeedItem> items,
        long itemsDropped,
        List<String> repairs) {

    /** Whether at least half of its items are teasers: a poller that wants full texts fetches the pages. */
    public boolean isTeaser() {
        long teasers = items.stream().filter(FeedItem::isTeaser).count();
        return !items.isEmpty() && teasers * 2 >= items.size();
    }

    /** Its language for the item: the item's own, else the feed's; null where neither is stated. */
    public @Nullable String languageOf(FeedItem item) {
        return item.language() == null ? language : item.language();
    }
}
