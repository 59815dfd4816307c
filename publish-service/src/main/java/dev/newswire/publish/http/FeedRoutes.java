package dev.newswire.publish.http;

import dev.newswire.publish.feed.FeedIds;
import dev.newswire.publish.read.EntryCursor;
import dev.newswire.publish.read.FeedFilter;
import dev.newswire.publish.read.FeedInfo;
import dev.newswire.publish.read.FeedPart;
import dev.newswire.publish.read.NewsReader;
import dev.newswire.publish.render.FeedListJson;
import dev.newswire.publish.render.Links;
import dev.newswire.schema.FeedEntry;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Feeds and their list, each in the format that is asked for by suffix or by {@code Accept}. */
final class FeedRoutes {
    private static final int FEED_ENTRIES = 50;
    private static final int MOST_ENTRIES = 500;
    private static final int LISTED_FEEDS = 200;

    private final NewsReader reader;
    private final Links links;
    private final PageRoutes pages;
    private final FeedWriters writers;
    private final FeedCache cache;
    private final KnownFeeds known;

    FeedRoutes(NewsReader reader, Links links, PageRoutes pages, FeedSettings settings) {
        this.reader = reader;
        this.links = links;
        this.pages = pages;
        this.writers = new FeedWriters(links, settings.hubs());
        this.cache = new FeedCache(settings.cacheBytes());
        this.known = new KnownFeeds(reader::feed, settings.fresh(), System::nanoTime);
    }

    void addTo(Routes routes) {
        routes.at("/feeds", this::list).under("/feeds/", this::feed);
    }

    private Reply list(Ask ask) {
        Optional<String> type = ask.negotiation().best(List.of(Reply.JSON, Reply.HTML));
        if (type.isEmpty()) {
            return Problems.unacceptable();
        }
        FeedFilter filter =
                new FeedFilter(ask.parameter("q"), ask.parameter("family"), ask.number("limit", LISTED_FEEDS));
        List<FeedInfo> feeds = reader.feeds(filter);
        Reply reply = type.get().equals(Reply.HTML)
                ? pages.feeds(filter, feeds)
                : Reply.ok(Reply.JSON, () -> new FeedListJson(links).write(feeds))
                        .shared();
        return reply.with("Vary", "Accept");
    }

    private Reply feed(Ask ask, String name) {
        Optional<FeedFormat> format = FeedFormat.ofName(name);
        if (format.isPresent()) {
            return feed(ask, format.get().strip(name), format.get());
        }
        Optional<String> type = ask.negotiation().best(FeedFormat.TYPES);
        if (type.isEmpty()) {
            return Problems.unacceptable();
        }
        Reply reply = FeedFormat.ofType(type.get())
                .map(liked -> feed(ask, name, liked))
                .orElseGet(() -> find(name).map(pages::feed).orElseGet(pages::missing));
        return reply.with("Vary", "Accept");
    }

    /** A feed in a format for programs. Its version is that of the feed, so that a 304 costs one read. */
    private Reply feed(Ask ask, String feedId, FeedFormat format) {
        Optional<EntryCursor> behind = EntryCursor.parse(ask.parameter("before"));
        if (behind.isEmpty() && !ask.parameter("before").isEmpty()) {
            return Problems.noPlace();
        }
        Optional<FeedInfo> feed = find(feedId);
        if (feed.isEmpty()) {
            return Problems.noFeed();
        }
        int limit = Math.min(Math.max(ask.number("limit", FEED_ENTRIES), 1), MOST_ENTRIES);
        FeedCache.Key key = new FeedCache.Key(feedId, format, behind.orElse(null), limit);
        String version = feed.get().version();
        return Reply.ok(
                        format.mediaType(),
                        version + "-" + format.suffix() + "-" + limit
                                + behind.map(place -> "-" + place).orElse(""),
                        feed.get().updatedAt(),
                        () -> cache.get(key, version, () -> writers.write(format, part(feed.get(), key))))
                .with("Link", writers.linksOf(feedId, format))
                .shared();
    }

    private FeedPart part(FeedInfo feed, FeedCache.Key key) {
        List<FeedEntry> entries = reader.entries(feed.feedId(), key.behind(), key.limit() + 1);
        List<FeedEntry> shown = entries.subList(0, Math.min(entries.size(), key.limit()));
        @Nullable EntryCursor next = shown.size() < entries.size() ? EntryCursor.of(shown.get(shown.size() - 1)) : null;
        boolean isNewest = key.behind() == null && key.format() == FeedFormat.ATOM;
        return new FeedPart(
                feed, shown, key.behind(), next, key.limit(), isNewest ? reader.departures(feed.feedId()) : List.of());
    }

    /** The feed of everything exists before it has entries, as defined ones do; all others do not. */
    private Optional<FeedInfo> find(String feedId) {
        if (!FeedIds.valid(feedId)) {
            return Optional.empty();
        }
        return known.find(feedId)
                .or(() -> FeedIds.LATEST.equals(feedId)
                        ? Optional.of(FeedInfo.empty(feedId, "Latest"))
                        : Optional.empty());
    }
}
