package dev.newswire.enrich;

import dev.newswire.schema.internal.LinkEvent;
import java.util.List;

/**
 * Messages to the keeper of one article's links, which it hears in this order and as one: it looks up and writes its
 * memory once for all of them.
 */
record LinkEvents(List<LinkEvent> events) {
    static LinkEvents of(LinkEvent event) {
        return new LinkEvents(List.of(event));
    }
}
