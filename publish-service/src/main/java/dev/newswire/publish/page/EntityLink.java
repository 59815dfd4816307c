package dev.newswire.publish.page;

import dev.newswire.publish.feed.FeedIds;
import dev.newswire.publish.render.Links;
import dev.newswire.schema.EntityType;

/** A name that leads to the page of what it names. */
record EntityLink(String entityId, String name, EntityType type) {
    /** Writes the name as a chip in the colour of its kind. */
    void chip(Html html, Links links) {
        html.element("a", name, "class", "chip " + Words.lower(type), "dir", "auto", "href", links.feedPath(feedId()));
    }

    /** Writes words that stand for it where they stand in a text. */
    void mark(Html html, Links links, String words) {
        html.element(
                "a", words, "class", "mention " + Words.lower(type), "title", name, "href", links.feedPath(feedId()));
    }

    private String feedId() {
        return FeedIds.entity(entityId);
    }
}
