package dev.newswire.publish.http;

import dev.newswire.publish.read.ArticleFinder;
import dev.newswire.publish.read.NewsReader;
import dev.newswire.publish.render.Links;

/** What stands at which path: whoever adds something adds a class of routes here. */
final class Site {
    private final Routes routes = new Routes();
    private final PageRoutes pages;

    Site(NewsReader reader, ArticleFinder finder, Links links, FeedSettings settings) {
        this.pages = new PageRoutes(reader, finder, links);
        pages.addTo(routes);
        new FeedRoutes(reader, links, pages, settings).addTo(routes);
        new ArticleRoutes(reader, links).addTo(routes);
    }

    Reply answer(Ask ask) {
        return routes.answer(ask).orElseGet(() -> ask.wantsPage() ? pages.missing() : Problems.missing());
    }

    /** The answer when something stands in the way that passes. */
    Reply notReady(Ask ask) {
        return ask.wantsPage() ? pages.notReady() : Problems.notReady();
    }

    /** The answer when something is wrong here. */
    Reply failed(Ask ask) {
        return ask.wantsPage() ? pages.failed() : Problems.failed();
    }
}
