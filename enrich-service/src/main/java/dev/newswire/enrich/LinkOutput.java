package dev.newswire.enrich;

/** What the keeper of an article's links gives out. */
sealed interface LinkOutput {
    /**
     * The article's links, or what else is told of them, may be others now.
     *
     * @param urgent whether one of them ended because an article was withdrawn, or its story has another name
     */
    record Changed(boolean urgent) implements LinkOutput {}

    /** Another keeper is to hear these. */
    record Told(LinkEvents events) implements LinkOutput {}
}
