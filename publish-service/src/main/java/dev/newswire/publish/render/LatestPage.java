package dev.newswire.publish.render;

import dev.newswire.publish.feed.FeedIds;
import dev.newswire.schema.EntityRef;
import dev.newswire.schema.FeedEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The first page: the latest stories, and who and what they are about. */
public final class LatestPage {
    /** Entries that the page is made of. */
    public static final int ENTRIES = 120;

    private static final int STORIES = 30;
    private static final int OTHERS = 4;
    private static final int TOPICS = 18;

    private final Layout layout;
    private final Links links;
    private final EntryHtml entryHtml;

    /** @param layout of the site */
    public LatestPage(Layout layout) {
        this.layout = layout;
        this.links = layout.links();
        this.entryHtml = new EntryHtml(links);
    }

    /** The page of these entries, newest first. */
    public String write(List<FeedEntry> entries) {
        return layout.page("Newswire", FeedIds.LATEST, html -> {
            html.element("h1", "Latest stories", "class", "visually-hidden");
            if (entries.isEmpty()) {
                nothingYet(html);
                return;
            }
            html.open("div", "class", "columns").open("div", "class", "stories");
            stories(entries).stream().limit(STORIES).forEach(story -> story(html, story));
            html.end();
            html.open("aside", "class", "side");
            topics(html, entries);
            sources(html, entries);
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
        html.open("article", "class", "story");
        entryHtml.whole(html, first);
        if (story.size() > 1) {
            html.open("div", "class", "more");
            html.open("p", "class", "label");
            html.element("a", "More on this story", "href", links.feedPath(FeedIds.story(first.getStoryId())));
            html.close().open("ul");
            story.stream().skip(1).limit(OTHERS).forEach(entry -> entryHtml.brief(html, entry));
            html.close().close();
        }
        html.end();
    }

    private void topics(Html html, List<FeedEntry> entries) {
        Map<String, Tally> counts = new LinkedHashMap<>();
        for (FeedEntry entry : entries) {
            for (EntityRef entity : entry.getEntities()) {
                counts.computeIfAbsent(entity.getEntityId(), id -> new Tally(id, entity.getName()))
                        .add(entity.getSalience());
            }
        }
        section(html, "In the news", counts, FeedIds::entity);
    }

    private void sources(Html html, List<FeedEntry> entries) {
        Map<String, Tally> counts = new LinkedHashMap<>();
        for (FeedEntry entry : entries) {
            counts.computeIfAbsent(entry.getSource(), id -> new Tally(id, id)).add(1);
        }
        section(html, "Sources", counts, FeedIds::source);
    }

    private void section(Html html, String title, Map<String, Tally> counts, UnaryOperator<String> feedId) {
        html.open("section").element("h2", title).open("ol", "class", "counts");
        counts.values().stream()
                .sorted(Comparator.comparingDouble((Tally count) -> -count.weight)
                        .thenComparing(count -> count.name))
                .limit(TOPICS)
                .forEach(count -> {
                    html.open("li");
                    html.element("a", count.name, "dir", "auto", "href", links.feedPath(feedId.apply(count.id)));
                    html.text(" ").element("span", Integer.toString(count.articles), "class", "number");
                    html.end();
                });
        html.close().end();
    }

    private static void nothingYet(Html html) {
        html.open("section", "class", "message");
        html.element("p", "Nothing is published yet. What arrives appears here.");
        html.end();
    }

    /** How often something is named, and how much it matters there. */
    private static final class Tally {
        private final String id;
        private final String name;
        private int articles;
        private double weight;

        Tally(String id, String name) {
            this.id = id;
            this.name = name;
        }

        void add(double share) {
            articles++;
            weight += share;
        }
    }
}
