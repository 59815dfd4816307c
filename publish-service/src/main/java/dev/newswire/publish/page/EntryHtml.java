package dev.newswire.publish.page;

import dev.newswire.publish.feed.FeedIds;
import dev.newswire.publish.render.Links;
import dev.newswire.schema.EntityRef;
import dev.newswire.schema.FeedEntry;
import java.time.Instant;
import java.util.List;

/** Parts of pages that show entries. */
final class EntryHtml {
    private static final int ENTITIES = 5;

    private final Links links;

    EntryHtml(Links links) {
        this.links = links;
    }

    /** The name of an entry within its page, by which it is known when the page changes. */
    static String id(FeedEntry entry) {
        return "a-" + entry.getArticleId();
    }

    /** An entry with its summary and entities. */
    void whole(Html html, FeedEntry entry) {
        line(html, entry);
        html.open("h2", "dir", "auto");
        html.element("a", entry.getTitle(), "href", links.articlePath(entry.getArticleId()));
        html.end();
        html.element("p", entry.getSummary(), "class", "summary", "dir", "auto").text("\n");
        entities(html, entry.getEntities());
    }

    /** An entry in one line: where it comes from and its title. */
    void brief(Html html, FeedEntry entry) {
        html.open("li", "id", id(entry));
        source(html, entry.getSource());
        html.text(" ");
        html.element(
                "a",
                entry.getTitle(),
                "class",
                "title",
                "dir",
                "auto",
                "href",
                links.articlePath(entry.getArticleId()));
        html.end();
    }

    /** Where an entry comes from, of when it is, and who wrote it. */
    void line(Html html, FeedEntry entry) {
        html.open("p", "class", "meta");
        source(html, entry.getSource());
        html.text(" ");
        time(html, "", entry.getSortAt());
        if (!entry.getAuthors().isEmpty()) {
            html.text(" ");
            html.element("span", String.join(", ", entry.getAuthors()), "class", "authors", "dir", "auto");
        }
        if (isCorrected(entry)) {
            html.text(" ").open("span", "class", "corrected");
            time(html, "Changed ", entry.getUpdatedAt());
            html.close();
        }
        html.end();
    }

    /** The name of a source, which leads to its feed. */
    void source(Html html, String source) {
        html.element("a", source, "class", "source", "href", links.feedPath(FeedIds.source(source)));
    }

    static void time(Html html, String before, Instant time) {
        html.text(before).element("time", Words.spoken(time), "datetime", Words.machine(time));
    }

    private static boolean isCorrected(FeedEntry entry) {
        return entry.getUpdatedAt().isAfter(entry.getFirstReceivedAt());
    }

    private void entities(Html html, List<EntityRef> entities) {
        if (entities.isEmpty()) {
            return;
        }
        html.open("ul", "class", "chips");
        entities.stream().limit(ENTITIES).forEach(entity -> {
            html.open("li");
            of(entity).chip(html, links);
            html.close();
        });
        html.end();
    }

    static EntityLink of(EntityRef entity) {
        return new EntityLink(entity.getEntityId(), entity.getName(), entity.getType());
    }
}
