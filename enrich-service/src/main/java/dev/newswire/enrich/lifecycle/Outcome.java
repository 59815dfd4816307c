package dev.newswire.enrich.lifecycle;

import dev.newswire.schema.RawArticle;
import dev.newswire.schema.internal.ArticleMemory;
import java.util.List;

/** What an event came to. */
public sealed interface Outcome {
    /** The event. */
    RawArticle event();

    /** What is to be remembered of the article from now on. */
    ArticleMemory memory();

    /**
     * The article is new, corrected, or back after a withdrawal.
     *
     * @param formerKeys keys under which its posting stood before
     */
    record Accepted(RawArticle event, ArticleMemory memory, List<String> formerKeys) implements Outcome {}

    /**
     * The article is withdrawn, even if it was never seen.
     *
     * @param formerKeys keys under which its posting stood before
     */
    record Retracted(RawArticle event, ArticleMemory memory, List<String> formerKeys) implements Outcome {}

    /** The event says what is known. */
    record Unchanged(RawArticle event, ArticleMemory memory) implements Outcome {}

    /** The event is older than what is known. */
    record Stale(RawArticle event, ArticleMemory memory) implements Outcome {}
}
