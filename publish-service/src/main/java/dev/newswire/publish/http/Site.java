package dev.newswire.publish.http;

import dev.newswire.publish.feed.FeedIds;
import dev.newswire.publish.page.ArticlePage;
import dev.newswire.publish.page.Asset;
import dev.newswire.publish.page.FeedListPage;
import dev.newswire.publish.page.FeedPage;
import dev.newswire.publish.page.LatestPage;
import dev.newswire.publish.page.Layout;
import dev.newswire.publish.page.MessagePage;
import dev.newswire.publish.read.ArticleView;
import dev.newswire.publish.read.FeedFilter;
import dev.newswire.publish.read.FeedInfo;
import dev.newswire.publish.read.NewsReader;
import dev.newswire.publish.render.ArticleJson;
import dev.newswire.publish.render.AtomFeed;
import dev.newswire.publish.render.FeedListJson;
import dev.newswire.publish.render.JsonFeed;
import dev.newswire.publish.render.Links;
import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.Link;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** What stands at which path. */
final class Site {
    private static final String FEEDS = "/feeds/";
    private static final String ARTICLES = "/articles/";
    private static final String ARTICLES_JSON = "/v1/articles/";
    private static final int FEED_ENTRIES = 50;
    private static final int MOST_ENTRIES = 500;
    private static final int LISTED_FEEDS = 200;

    private final NewsReader reader;
    private final Links links;
    private final Layout layout;
    private final MessagePage messages;

    Site(NewsReader reader, Links links) {
        this.reader = reader;
        this.links = links;
        this.layout = new Layout(links);
        this.messages = new MessagePage(layout);
    }

    Reply answer(Ask ask) {
        String path = ask.path();
        if (path.equals("/")) {
            return latest();
        }
        if (path.equals("/feeds")) {
            return list(ask);
        }
        if (path.startsWith(FEEDS)) {
            return feed(ask, ask.after(FEEDS));
        }
        if (path.startsWith(ARTICLES)) {
            return articlePage(ask.after(ARTICLES));
        }
        if (path.startsWith(ARTICLES_JSON)) {
            return articleJson(ask.after(ARTICLES_JSON));
        }
        for (Asset asset : Layout.assets()) {
            if (path.equals(asset.path())) {
                return Reply.fixed(asset.mediaType(), asset.version(), asset::text);
            }
        }
        return missing();
    }

    private Reply latest() {
        List<FeedEntry> entries = reader.entries(FeedIds.LATEST, LatestPage.ENTRIES);
        return Reply.ok(Reply.HTML, () -> new LatestPage(layout).write(entries));
    }

    private Reply list(Ask ask) {
        FeedFilter filter =
                new FeedFilter(ask.parameter("q"), ask.parameter("family"), ask.number("limit", LISTED_FEEDS));
        List<FeedInfo> feeds = reader.feeds(filter);
        Reply reply = ask.wantsPage()
                ? Reply.ok(Reply.HTML, () -> new FeedListPage(layout).write(filter, feeds))
                : Reply.ok(Reply.JSON, () -> new FeedListJson(links).write(feeds));
        return reply.with("Vary", "Accept");
    }

    private Reply feed(Ask ask, String name) {
        if (name.endsWith(".json")) {
            JsonFeed format = new JsonFeed(links);
            return feed(ask, withoutSuffix(name), JsonFeed.MEDIA_TYPE, format::write);
        }
        if (name.endsWith(".atom")) {
            AtomFeed format = new AtomFeed(links);
            return feed(ask, withoutSuffix(name), AtomFeed.MEDIA_TYPE, format::write);
        }
        Optional<FeedInfo> feed = find(name);
        if (feed.isEmpty()) {
            return missing();
        }
        List<FeedEntry> entries = reader.entries(name, FeedPage.ENTRIES);
        return Reply.ok(Reply.HTML, () -> new FeedPage(layout).write(feed.get(), entries));
    }

    /** A feed in a format for programs. Its version is that of the feed, so that a 304 costs one read. */
    private Reply feed(Ask ask, String feedId, String mediaType, BiFunction<FeedInfo, List<FeedEntry>, String> format) {
        Optional<FeedInfo> feed = find(feedId);
        if (feed.isEmpty()) {
            return Reply.problem(404, Reply.TEXT, () -> "There is no feed of this name.\n");
        }
        int limit = Math.min(Math.max(ask.number("limit", FEED_ENTRIES), 1), MOST_ENTRIES);
        return Reply.ok(
                        mediaType,
                        feed.get().version() + "-" + limit,
                        feed.get().updatedAt(),
                        () -> format.apply(feed.get(), reader.entries(feedId, limit)))
                .with("Access-Control-Allow-Origin", "*");
    }

    private Reply articlePage(String articleId) {
        Optional<ArticleView> article = reader.article(articleId);
        if (article.isEmpty()) {
            return missing();
        }
        Map<String, ArticleView> linked = linked(article.get());
        return Reply.ok(Reply.HTML, () -> new ArticlePage(layout).write(article.get(), linked));
    }

    private Reply articleJson(String articleId) {
        return reader.article(articleId)
                .map(article -> Reply.ok(Reply.JSON, () -> new ArticleJson(links).write(article)))
                .orElseGet(() -> Reply.problem(404, Reply.JSON, () -> "{\"error\": \"There is no such article.\"}\n"))
                .with("Access-Control-Allow-Origin", "*");
    }

    /** The articles that an article links to, as far as they can be read here. */
    private Map<String, ArticleView> linked(ArticleView article) {
        if (article.related() == null) {
            return Map.of();
        }
        Map<String, ArticleView> linked = new HashMap<>();
        for (Link link : article.related().getLinks()) {
            reader.article(link.getArticleId()).ifPresent(other -> linked.put(link.getArticleId(), other));
        }
        return linked;
    }

    /** The feed of everything exists before it has entries; all others do not. */
    private Optional<FeedInfo> find(String feedId) {
        if (!FeedIds.valid(feedId)) {
            return Optional.empty();
        }
        return reader.feed(feedId)
                .or(() -> FeedIds.LATEST.equals(feedId)
                        ? Optional.of(FeedInfo.empty(feedId, "Latest"))
                        : Optional.empty());
    }

    private static String withoutSuffix(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** The answer when something stands in the way that passes. */
    Reply notReady() {
        return Reply.problem(503, Reply.HTML, messages::notReady).with("Retry-After", "1");
    }

    /** The answer when something is wrong here. */
    Reply failed() {
        return Reply.problem(500, Reply.HTML, messages::failed);
    }

    /** The answer before there is a site. */
    static Reply starting() {
        return Reply.problem(503, Reply.TEXT, () -> "The feeds are being loaded.\n")
                .with("Retry-After", "1");
    }

    /** The answer to whoever wants to change something. */
    static Reply refused() {
        return Reply.problem(405, Reply.TEXT, () -> "Feeds are read with GET.\n");
    }

    private Reply missing() {
        return Reply.problem(404, Reply.HTML, messages::missing);
    }
}
