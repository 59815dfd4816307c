package dev.newswire.ingest.poll;

import dev.newswire.ingest.feed.FeedItem;
import dev.newswire.ingest.source.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is in a document that a source is polled at. */
sealed interface Content {

    /**
     * Articles, or the reason why there are none.
     *
     * @param teasers indexes of readings that have only the beginning of their article
     * @param asked time between polls that the feed asks for, or null
     */
    record Articles(
            List<Reading> readings,
            Set<Integer> teasers,
            @Nullable Duration asked) implements Content {}

    /** Addresses of pages. */
    record Pages(List<FeedItem> entries) implements Content {}

    /** Addresses of documents like this one. */
    record Parts(List<FeedItem> entries) implements Content {}
}
