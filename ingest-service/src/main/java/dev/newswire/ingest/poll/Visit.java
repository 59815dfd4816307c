package dev.newswire.ingest.poll;

import dev.newswire.ingest.fetch.Answer;
import dev.newswire.schema.SourceDocument;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of asking for a document. */
sealed interface Visit {

    /** What is now known of the document. */
    SourceDocument document();

    /** It says what it said before; fresh is how long it will, or null. */
    record Same(SourceDocument document, @Nullable Duration fresh) implements Visit {}

    /** It says something else; fresh is how long it will, or null. */
    record Changed(
            SourceDocument document,
            Answer answer,
            @Nullable Duration fresh) implements Visit {}

    /** It is gone for good. */
    record Gone(SourceDocument document) implements Visit {}

    /** It did not come; retryAfter is what the server asks for, or null. */
    record Failed(
            SourceDocument document,
            String reason,
            @Nullable Duration retryAfter) implements Visit {}
}
