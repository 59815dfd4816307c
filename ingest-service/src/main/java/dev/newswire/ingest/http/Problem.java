package dev.newswire.ingest.http;

import dev.newswire.ingest.intake.Report;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is not good news (RFC 9457).
 *
 * @param detail one sentence for the sender
 * @param report what became of the items, or null where there were none
 * @param headers that say what would have been better, by name
 */
record Problem(Status status, String detail, @Nullable Report report, Map<String, String> headers) {

    static Problem of(Status status, String detail) {
        return new Problem(status, detail, null, Map.of());
    }

    /** With what became of the items. */
    Problem with(Report itsReport) {
        return new Problem(status, detail, itsReport, headers);
    }

    /** With a header, which must be its only one. */
    Problem with(String header, String value) {
        return new Problem(status, detail, report, Map.of(header, value));
    }

    /** With the time after which sending again may help. */
    Problem retryAfter(long seconds) {
        return with("Retry-After", Long.toString(seconds));
    }

    ProblemException exception() {
        return new ProblemException(this);
    }
}
