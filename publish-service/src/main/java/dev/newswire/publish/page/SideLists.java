package dev.newswire.publish.page;

import dev.newswire.publish.feed.FeedIds;
import dev.newswire.publish.render.Links;
import dev.newswire.schema.EntityRef;
import dev.newswire.schema.FeedEntry;
import java.util.List;
import java.util.function.Predicate;

/** Lists beside the content: who and what entries name, and where they come from, the most frequent first. */
final class SideLists {
    private final Links links;

    SideLists(Links links) {
        this.links = links;
    }

    /**
     * What entries name.
     *
     * @param isShown says of an entity's id whether it is worth showing
     * @param limit most names
     */
    void entities(Html html, String title, List<FeedEntry> entries, Predicate<String> isShown, int limit) {
        Tally<EntityLink> counts = new Tally<>();
        for (FeedEntry entry : entries) {
            for (EntityRef entity : entry.getEntities()) {
                if (isShown.test(entity.getEntityId())) {
                    counts.add(EntryHtml.of(entity), entity.getSalience());
                }
            }
        }
        section(html, title, counts, limit, entity -> entity.chip(html, links));
    }

    /** Where entries come from. */
    void sources(Html html, List<FeedEntry> entries, int limit) {
        Tally<String> counts = new Tally<>();
        entries.forEach(entry -> counts.add(entry.getSource(), 1));
        section(
                html,
                "Sources",
                counts,
                limit,
                source -> html.element("a", source, "href", links.feedPath(FeedIds.source(source))));
    }

    private interface Name<T> {
        void write(T thing);
    }

    private static <T> void section(Html html, String title, Tally<T> counts, int limit, Name<T> name) {
        if (counts.isEmpty()) {
            return;
        }
        html.open("section", "class", "topics").element("h2", title).open("ol", "class", "counts");
        counts.most(limit, (thing, times) -> {
            html.open("li");
            name.write(thing);
            html.text(" ").element("span", Integer.toString(times), "class", "number");
            html.end();
        });
        html.close().end();
    }
}
