package dev.newswire.ingest.intake;

import dev.newswire.ingest.source.Excerpt;
import dev.newswire.ingest.source.Place;
import dev.newswire.ingest.source.Refusal;
import dev.newswire.schema.RawArticle;
import org.jspecify.annotations.Nullable;

/** What became of an item of a document before it is written. */
public sealed interface Outcome {

    /** Where the item stands. */
    Place place();

    /** An event to append to the log. */
    record Ready(Place place, Excerpt excerpt, RawArticle article) implements Outcome {}

    /** Something to put into quarantine; the source is null where it cannot be told. */
    record Rejected(
            Place place,
            Excerpt excerpt,
            Refusal refusal,
            @Nullable String source) implements Outcome {}
}
