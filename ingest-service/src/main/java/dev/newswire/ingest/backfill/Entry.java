package dev.newswire.ingest.backfill;

import dev.newswire.ingest.source.Reading;
import java.util.List;

/** One record of an archive, or one line. */
sealed interface Entry {

    /** A document to read when its turn comes. */
    record Page(long bytes, Reader reader) implements Entry {}

    /** Nothing that could be an article. */
    record Skipped(String reason) implements Entry {}

    /** A document that cannot be taken. */
    record Refused(Reading.Refused reading) implements Entry {}

    /** Lost or altered. */
    record Damaged(long offset, String reason) implements Entry {}

    /** Reads a document. */
    interface Reader {
        List<Reading> read();
    }
}
