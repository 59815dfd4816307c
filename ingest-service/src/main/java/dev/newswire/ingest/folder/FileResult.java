package dev.newswire.ingest.folder;

import dev.newswire.ingest.intake.Report;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file.
 *
 * @param report of what it held, as far as it could be read
 * @param error why it could not be read to the end, or null
 */
record FileResult(Report report, @Nullable String error) {

    /** Whether it was read to the end and held something that was taken. */
    boolean isDone() {
        return error == null && report.accepted() > 0;
    }
}
