package dev.newswire.ingest.feed;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Feeds for tests. */
final class Feeds {

    static final String URL = "https://river.example/feeds/all";

    private Feeds() {}

    static ParsedFeed parse(String feed) throws FeedException {
        return parse(feed.getBytes(StandardCharsets.UTF_8));
    }

    static ParsedFeed parse(byte[] feed) throws FeedException {
        return new FeedParser().parse(new FeedDocument(feed, null, URL));
    }

    static FeedItem item(String feed) throws FeedException {
        return parse(feed).items().get(0);
    }

    static FeedItem rssItem(String content) throws FeedException {
        return item("<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'"
                + " xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><item>" + content
                + "</item></channel></rss>");
    }

    static FeedItem atomEntry(String content) throws FeedException {
        return item("<feed xmlns='http://www.w3.org/2005/Atom'><entry>" + content + "</entry></feed>");
    }

    static @Nullable String value(@Nullable FeedText text) {
        return text == null ? null : text.value();
    }

    /** The instant, or the words of a time that cannot be read. */
    static @Nullable String at(@Nullable FeedTime time) {
        return time == null
                ? null
                : time.at() == null ? time.words() : time.at().toString();
    }

    static FeedException refusal(String feed) {
        try {
            throw new AssertionError("was read: " + parse(feed));
        } catch (FeedException refused) {
            return refused;
        }
    }
}
