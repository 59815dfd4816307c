package dev.newswire.enrich;

import dev.newswire.schema.RelatedArticles;
import dev.newswire.schema.internal.LinkEvent;
import org.jspecify.annotations.Nullable;

/** What the keeper of an article's links gives out. */
sealed interface LinkOutput {
    /**
     * The links are others.
     *
     * @param related null where none are left
     */
    record Changed(@Nullable RelatedArticles related) implements LinkOutput {}

    /** Another keeper is to hear this. */
    record Told(LinkEvent event) implements LinkOutput {}
}
