package dev.newswire.enrich;

import dev.newswire.schema.internal.LinkEvent;

/** What the keeper of an article's links gives out. */
sealed interface LinkOutput {
    /**
     * The article's links, or what else is told of them, may be others now.
     *
     * @param urgent whether one of them ended because an article was withdrawn
     */
    record Changed(boolean urgent) implements LinkOutput {}

    /** Another keeper is to hear this. */
    record Told(LinkEvent event) implements LinkOutput {}
}
