package dev.newswire.ingest.http;

import dev.newswire.ingest.intake.Report;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is not good news (RFC 9457).
 *
 * @param detail one sentence for the sender
 * @param report what became of the items, or null where there were none
 * @param retryAfterSeconds when to send again, or 0 where that would not help
 */
record Problem(Status status, String detail, @Nullable Report report, int retryAfterSeconds) {

    static Problem of(Status status, String detail) {
        return new Problem(status, detail, null, 0);
    }
}
