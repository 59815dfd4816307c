package dev.newswire.publish.http;

import dev.newswire.publish.feed.FeedIds;
import dev.newswire.publish.page.ArticlePage;
import dev.newswire.publish.page.Asset;
import dev.newswire.publish.page.FeedListPage;
import dev.newswire.publish.page.FeedPage;
import dev.newswire.publish.page.LatestPage;
import dev.newswire.publish.page.Layout;
import dev.newswire.publish.page.MessagePage;
import dev.newswire.publish.page.SearchPage;
import dev.newswire.publish.read.ArticleFinder;
import dev.newswire.publish.read.ArticleView;
import dev.newswire.publish.read.FeedFilter;
import dev.newswire.publish.read.FeedInfo;
import dev.newswire.publish.read.NewsReader;
import dev.newswire.publish.render.Links;
import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.Link;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages. */
final class PageRoutes {
    private static final int MOST_CHARACTERS = 200;
    private static final int MOST_FEEDS = 100;

    private final NewsReader reader;
    private final ArticleFinder finder;
    private final Layout layout;
    private final MessagePage messages;

    PageRoutes(NewsReader reader, ArticleFinder finder, Links links) {
        this.reader = reader;
        this.finder = finder;
        this.layout = new Layout(links);
        this.messages = new MessagePage(layout);
    }

    /** Adds what only pages stand at. */
    void addTo(Routes routes) {
        routes.at("/", ask -> latest())
                .at("/search", ask -> search(ask.parameter("q")))
                .under("/articles/", (ask, articleId) -> article(articleId));
        for (Asset asset : Layout.assets()) {
            routes.at(asset.path(), ask -> Reply.fixed(asset.mediaType(), asset.version(), asset::text));
        }
    }

    private Reply latest() {
        List<FeedEntry> entries = reader.entries(FeedIds.LATEST, LatestPage.ENTRIES);
        return Reply.ok(Reply.HTML, () -> new LatestPage(layout).write(entries));
    }

    /** What is found is read again, so that nothing is shown that was withdrawn meanwhile. */
    private Reply search(String typed) {
        String words = typed.substring(0, Math.min(MOST_CHARACTERS, typed.length()));
        if (words.isBlank()) {
            return Reply.ok(Reply.HTML, () -> new SearchPage(layout).write(words, List.of(), List.of()));
        }
        List<FeedInfo> feeds = reader.feeds(new FeedFilter(words, "", MOST_FEEDS)).stream()
                .filter(feed -> !FeedIds.family(feed.feedId()).equals("story"))
                .limit(SearchPage.FEEDS)
                .toList();
        List<ArticleView> articles = finder.find(words, SearchPage.ARTICLES).stream()
                .flatMap(articleId -> reader.article(articleId).stream())
                .toList();
        return Reply.ok(Reply.HTML, () -> new SearchPage(layout).write(words, feeds, articles));
    }

    /** The list of feeds. */
    Reply feeds(FeedFilter filter, List<FeedInfo> feeds) {
        return Reply.ok(Reply.HTML, () -> new FeedListPage(layout).write(filter, feeds));
    }

    /** A feed. */
    Reply feed(FeedInfo feed) {
        List<FeedEntry> entries = reader.entries(feed.feedId(), FeedPage.ENTRIES);
        return Reply.ok(Reply.HTML, () -> new FeedPage(layout).write(feed, entries));
    }

    private Reply article(String articleId) {
        Optional<ArticleView> article = reader.article(articleId);
        if (article.isEmpty()) {
            int status = reader.isWithdrawn(articleId) ? 410 : 404;
            return Reply.problem(status, Reply.HTML, messages::missing);
        }
        Map<String, ArticleView> linked = linked(article.get());
        return Reply.ok(Reply.HTML, () -> new ArticlePage(layout).write(article.get(), linked));
    }

    /** The articles that an article links to, as far as they can be read. */
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

    /** Nothing stands at the address. */
    Reply missing() {
        return Reply.problem(404, Reply.HTML, messages::missing);
    }

    /** Something stands in the way that passes. */
    Reply notReady() {
        return Reply.problem(503, Reply.HTML, messages::notReady).with("Retry-After", "1");
    }

    /** Something is wrong here. */
    Reply failed() {
        return Reply.problem(500, Reply.HTML, messages::failed);
    }
}
