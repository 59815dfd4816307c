package dev.newswire.publish.render;

import dev.newswire.publish.feed.FeedIds;
import dev.newswire.schema.EntityRef;
import dev.newswire.schema.FeedEntry;
import java.util.List;

/** Parts of pages that show entries. */
final class EntryHtml {
    private static final int ENTITIES = 5;

    private final Links links;

    EntryHtml(Links links) {
        this.links = links;
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
        html.open("li");
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

    private void line(Html html, FeedEntry entry) {
        html.open("p", "class", "meta");
        source(html, entry.getSource());
        html.text(" ");
        html.element("time", Times.spoken(entry.getSortAt()), "datetime", Times.rfc3339(entry.getSortAt()));
        if (!entry.getAuthors().isEmpty()) {
            html.text(" ");
            html.element("span", String.join(", ", entry.getAuthors()), "class", "authors", "dir", "auto");
        }
        html.end();
    }

    private void source(Html html, String source) {
        html.element("a", source, "class", "source", "href", links.feedPath(FeedIds.source(source)));
    }

    private void entities(Html html, List<EntityRef> entities) {
        if (entities.isEmpty()) {
            return;
        }
        html.open("ul", "class", "chips");
        entities.stream().limit(ENTITIES).forEach(entity -> chip(html, entity));
        html.end();
    }

    private void chip(Html html, EntityRef entity) {
        html.open("li");
        html.element(
                "a",
                entity.getName(),
                "class",
                "chip " + RelationJson.lower(entity.getType()),
                "dir",
                "auto",
                "href",
                links.feedPath(FeedIds.entity(entity.getEntityId())));
        html.close();
    }
}
