package dev.newswire.publish.page;

import dev.newswire.publish.feed.FeedIds;
import dev.newswire.publish.render.Links;
import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.LinkKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The first page: the latest stories, and who and what they are about. */
public final class LatestPage {
    /** Entries that the page is made of. */
    public static final int ENTRIES = 100;

    private static final int STORIES = 24;
    private static final int OTHERS = 4;
    private static final int TOPICS = 18;

    private final Layout layout;
    private final Links links;
    private final EntryHtml entryHtml;
    private final SideLists side;

    /** @param layout of the site */
    public LatestPage(Layout layout) {
        this.layout = layout;
        this.links = layout.links();
        this.entryHtml = new EntryHtml(links);
        this.side = new SideLists(links);
    }

    /** The page of these entries, newest first. */
    public String write(List<FeedEntry> entries) {
        return layout.page(Frame.ofFeed("", FeedIds.LATEST), html -> {
            html.element("h1", "Latest stories", "class", "visually-hidden");
            if (entries.isEmpty()) {
                nothingYet(html);
                return;
            }
            html.open("div", "class", "columns").open("div", "class", "stories");
            stories(entries).stream().limit(STORIES).forEach(story -> story(html, story));
            html.end();
            html.open("aside", "class", "side", "aria-label", "Topics and sources");
            side.entities(html, "In the news", entries, any -> true, TOPICS);
            side.sources(html, entries, TOPICS);
            html.close().end();
        });
    }

    /** Entries by story; a story stands where its newest entry does. */
    private static List<List<FeedEntry>> stories(List<FeedEntry> entries) {
        Map<String, List<FeedEntry>> stories = new LinkedHashMap<>();
        for (FeedEntry entry : entries) {
            stories.computeIfAbsent(entry.getStoryId(), id -> new ArrayList<>()).add(entry);
        }
        return List.copyOf(stories.values());
    }

    private void story(Html html, List<FeedEntry> story) {
        FeedEntry first = story.get(0);
        html.open("article", "class", "story", "id", EntryHtml.id(first));
        entryHtml.whole(html, first);
        if (story.size() > 1) {
            more(html, first, story.subList(1, story.size()));
        }
        html.end();
    }

    /** The rest of a story: what reads differently by its title, what is a copy by its source alone. */
    private void more(Html html, FeedEntry first, List<FeedEntry> others) {
        Set<String> copies = copiesOf(first);
        List<FeedEntry> told = others.stream()
                .filter(entry -> !copies.contains(entry.getArticleId()))
                .toList();
        html.open("div", "class", "more").open("p", "class", "label");
        html.element(
                "a",
                "The story in " + Words.count(others.size() + 1, "article"),
                "href",
                links.feedPath(FeedIds.story(first.getStoryId())));
        html.close();
        if (!told.isEmpty()) {
            html.open("ul");
            told.stream().limit(OTHERS).forEach(entry -> entryHtml.brief(html, entry));
            html.close();
        }
        List<FeedEntry> same = others.stream()
                .filter(entry -> copies.contains(entry.getArticleId()))
                .toList();
        if (!same.isEmpty()) {
            html.open("p", "class", "copies").text("The same text at ");
            String separator = "";
            for (FeedEntry entry : same.stream().limit(OTHERS).toList()) {
                html.text(separator).element("a", entry.getSource(), "href", links.articlePath(entry.getArticleId()));
                separator = ", ";
            }
            html.close();
        }
        html.close();
    }

    private static Set<String> copiesOf(FeedEntry entry) {
        return entry.getLinks().stream()
                .filter(link -> link.getKind() == LinkKind.DUPLICATE)
                .map(link -> link.getArticleId())
                .collect(Collectors.toSet());
    }

    private static void nothingYet(Html html) {
        html.open("section", "class", "message");
        html.element("p", "Nothing is published yet. What arrives appears here.");
        html.end();
    }
}
