package dev.newswire.publish.page;

import dev.newswire.publish.feed.FeedIds;
import dev.newswire.publish.read.FeedInfo;
import dev.newswire.publish.render.Links;
import dev.newswire.schema.FeedEntry;
import java.util.List;

/** A feed as a page: its entries, when they came, and what they name. */
public final class FeedPage {
    /** Most entries that the page is made of. */
    public static final int ENTRIES = 200;

    private static final int SHOWN = 40;
    private static final int NAMED = 15;

    private final Layout layout;
    private final Links links;
    private final EntryHtml entryHtml;
    private final SideLists side;
    private final StoryHtml storyHtml;

    /** @param layout of the site */
    public FeedPage(Layout layout) {
        this.layout = layout;
        this.links = layout.links();
        this.entryHtml = new EntryHtml(links);
        this.side = new SideLists(links);
        this.storyHtml = new StoryHtml(links);
    }

    /** The page of a feed and its newest entries. */
    public String write(FeedInfo feed, List<FeedEntry> entries) {
        boolean isStory = FeedIds.family(feed.feedId()).equals("story");
        return layout.page(Frame.ofFeed(feed.title(), feed.feedId()), html -> {
            heading(html, feed);
            if (isStory) {
                storyHtml.timeline(html, entries);
            } else {
                new ArrivalChart(entries).write(html);
            }
            html.open("div", "class", "columns").open("div", "class", "stories");
            if (isStory) {
                storyHtml.versions(html, entries);
            } else {
                entries(html, entries);
            }
            html.end();
            aside(html, feed, entries);
            html.end();
        });
    }

    private void heading(Html html, FeedInfo feed) {
        html.open("header", "class", "heading");
        html.element("p", kind(feed.feedId()), "class", "label");
        html.element("h1", feed.title(), "dir", "auto");
        html.open("p", "class", "meta");
        html.element("span", Words.count(feed.size(), "article")).text(" ").open("span");
        EntryHtml.time(html, "Changed ", feed.updatedAt());
        html.close().text(" ").open("span", "class", "subscribe").text("Subscribe: ");
        FeedLinks.write(html, links, feed.feedId());
        html.close().close().end();
    }

    private void entries(Html html, List<FeedEntry> entries) {
        for (FeedEntry entry : entries.subList(0, Math.min(SHOWN, entries.size()))) {
            html.open("article", "class", "story", "id", EntryHtml.id(entry));
            entryHtml.whole(html, entry);
            html.end();
        }
        if (entries.size() > SHOWN) {
            html.element("p", "Older articles stand in the feed.", "class", "meta");
        }
    }

    private void aside(Html html, FeedInfo feed, List<FeedEntry> entries) {
        html.open("aside", "class", "side", "aria-label", "Topics and sources");
        String family = FeedIds.family(feed.feedId());
        String title = family.equals("entity") ? "Named together" : "Named here";
        side.entities(html, title, entries, id -> !FeedIds.entity(id).equals(feed.feedId()), NAMED);
        if (!family.equals("source")) {
            side.sources(html, entries, NAMED);
        }
        html.end();
    }

    /** What a feed is about, in a word. */
    static String kind(String feedId) {
        return switch (FeedIds.family(feedId)) {
            case "source" -> "Source";
            case "entity" -> "In the news";
            case "story" -> "Story";
            case "language" -> "Language";
            default -> "Feed";
        };
    }
}
