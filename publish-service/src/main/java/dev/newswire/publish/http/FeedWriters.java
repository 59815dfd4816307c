package dev.newswire.publish.http;

import dev.newswire.publish.read.FeedPart;
import dev.newswire.publish.render.AtomFeed;
import dev.newswire.publish.render.JsonFeed;
import dev.newswire.publish.render.Links;
import dev.newswire.publish.render.NinjsFeed;
import dev.newswire.publish.render.RssFeed;
import java.util.ArrayList;
import java.util.List;

/** Writes feeds in every format. */
final class FeedWriters {
    private final Links links;
    private final List<String> hubs;
    private final JsonFeed json;
    private final AtomFeed atom;
    private final RssFeed rss;
    private final NinjsFeed ninjs;

    FeedWriters(Links links, List<String> hubs) {
        this.links = links;
        this.hubs = hubs;
        this.json = new JsonFeed(links, hubs);
        this.atom = new AtomFeed(links, hubs);
        this.rss = new RssFeed(links, hubs);
        this.ninjs = new NinjsFeed(links);
    }

    String write(FeedFormat format, FeedPart part) {
        return switch (format) {
            case JSON -> json.write(part);
            case ATOM -> atom.write(part);
            case RSS -> rss.write(part);
            case NINJS -> ninjs.write(part);
        };
    }

    /** What stands in the header: the address of the feed, and who tells of its changes (WebSub, section 4). */
    String linksOf(String feedId, FeedFormat format) {
        List<String> found = new ArrayList<>();
        found.add("<" + links.feed(feedId, format.suffix()) + ">; rel=\"self\"");
        hubs.forEach(hub -> found.add("<" + hub + ">; rel=\"hub\""));
        return String.join(", ", found);
    }
}
