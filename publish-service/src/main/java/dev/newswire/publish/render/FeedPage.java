package dev.newswire.publish.render;

import dev.newswire.publish.feed.FeedIds;
import dev.newswire.publish.read.FeedInfo;
import dev.newswire.schema.FeedEntry;
import java.util.List;

/** A feed as a page. */
public final class FeedPage {
    /** Most entries on the page. */
    public static final int ENTRIES = 50;

    private final Layout layout;
    private final Links links;
    private final EntryHtml entryHtml;

    /** @param layout of the site */
    public FeedPage(Layout layout) {
        this.layout = layout;
        this.links = layout.links();
        this.entryHtml = new EntryHtml(links);
    }

    /** The page of a feed and its newest entries. */
    public String write(FeedInfo feed, List<FeedEntry> entries) {
        return layout.page(feed.title() + " · Newswire", feed.feedId(), html -> {
            html.open("div", "class", "feed").open("header", "class", "heading");
            html.element("p", kind(feed.feedId()), "class", "label");
            html.element("h1", feed.title(), "dir", "auto");
            html.open("p", "class", "meta");
            html.element("span", Count.of(feed.size(), "article")).text(" ");
            html.element("span", "Changed " + Times.spoken(feed.updatedAt())).text(" ");
            html.element("a", "JSON Feed", "href", links.feed(feed.feedId(), "json"))
                    .text(" ");
            html.element("a", "Atom", "href", links.feed(feed.feedId(), "atom"));
            html.close().end();
            html.open("div", "class", "stories");
            for (FeedEntry entry : entries) {
                html.open("article", "class", "story");
                entryHtml.whole(html, entry);
                html.end();
            }
            html.close().end();
        });
    }

    /** What a feed is about, in a word. */
    static String kind(String feedId) {
        return switch (FeedIds.family(feedId)) {
            case "source" -> "Source";
            case "entity" -> "In the news";
            case "story" -> "Story";
            default -> "Feed";
        };
    }
}
