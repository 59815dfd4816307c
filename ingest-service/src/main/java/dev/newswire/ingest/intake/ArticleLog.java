package dev.newswire.ingest.intake;

import dev.newswire.schema.RawArticle;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Where events go for good. */
public interface ArticleLog {

    /**
     * Appends an event; may wait while too many others are under way.
     *
     * @param traceParent W3C trace context of the sender, or null
     * @return completes when the log has acknowledged the event; fails with {@link UnavailableException}, or with
     *     {@link OversizeException} where the log will never take it
     */
    CompletableFuture<Void> append(RawArticle event, @Nullable String traceParent);

    /** Tells that somebody waits for what was appended so far: it goes now, and waits no longer for company. */
    default void hurry() {}
}
