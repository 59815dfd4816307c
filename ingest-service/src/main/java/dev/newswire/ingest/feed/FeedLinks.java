package dev.newswire.ingest.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a feed points; absolute wherever there is a base.
 *
 * @param site page that the feed is of, or null
 * @param self the feed's own address, or null
 * @param next where older items are (RFC 5005, JSON Feed {@code next_url}), or null
 * @param hubs WebSub hubs that announce updates
 */
public record FeedLinks(
        @Nullable String site,
        @Nullable String self,
        @Nullable String next,
        List<String> hubs) {

    /** Of a feed that points nowhere. */
    public static final FeedLinks NONE = new FeedLinks(null, null, null, List.of());
}
