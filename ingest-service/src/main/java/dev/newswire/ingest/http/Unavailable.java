package dev.newswire.ingest.http;

import dev.newswire.ingest.intake.Report;
import dev.newswire.ingest.intake.UnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The answer while the broker is away. */
final class Unavailable {

    private static final Logger LOG = LoggerFactory.getLogger(Unavailable.class);
    private static final int RETRY_AFTER_SECONDS = 5;

    private Unavailable() {}

    static ProblemException problem(UnavailableException away, Report report) {
        LOG.warn("Answered 503: {}", away.getMessage());
        return Problem.of(
                        Status.UNAVAILABLE,
                        "the broker cannot be reached; send all of it again: what it has already is not taken twice")
                .retryAfter(RETRY_AFTER_SECONDS)
                .with(report)
                .exception();
    }
}
