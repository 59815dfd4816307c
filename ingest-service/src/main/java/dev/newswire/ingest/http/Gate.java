package dev.newswire.ingest.http;

import dev.newswire.ingest.access.Grant;
import dev.newswire.ingest.access.RateLimit;
import dev.newswire.ingest.intake.Outcome;
import dev.newswire.ingest.intake.UnavailableException;
import dev.newswire.ingest.source.Refusal;
import dev.newswire.ingest.source.Rule;
import org.jspecify.annotations.Nullable;

/** What each item of a request passes on its way: is the sender allowed to write for its source, and how fast? */
final class Gate {

    private final Grant grant;
    private final RateLimit rate;

    Gate(Grant grant, RateLimit rate) {
        this.grant = grant;
        this.rate = rate;
    }

    /**
     * Refuses a request whose sender has sent too much of late, or that names a source that is not its own.
     *
     * @throws ProblemException (403, 429)
     */
    void open(@Nullable String source) throws ProblemException {
        if (source != null && !grant.covers(source)) {
            throw Problem.of(Status.FORBIDDEN, "this token may not write for source \"" + source + "\"")
                    .exception();
        }
        double seconds = rate.secondsToWait(grant);
        if (seconds > 0) {
            throw Problem.of(Status.TOO_MANY, "too many articles came from this sender of late; send again later")
                    .retryAfter((long) Math.ceil(seconds))
                    .exception();
        }
    }

    /** The item, or its rejection. The source that it claims is not held against that source. */
    Outcome pass(Outcome outcome) {
        await();
        if (outcome instanceof Outcome.Ready ready
                && !grant.covers(ready.article().getSource())) {
            String reason =
                    "this token may not write for source \"" + ready.article().getSource() + "\"";
            return new Outcome.Rejected(
                    ready.place(), ready.excerpt(), new Refusal(Rule.FORBIDDEN, reason, "/source"), null);
        }
        if (outcome instanceof Outcome.Rejected rejected
                && rejected.source() != null
                && !grant.covers(rejected.source())) {
            return new Outcome.Rejected(rejected.place(), rejected.excerpt(), rejected.refusal(), null);
        }
        return outcome;
    }

    private void await() {
        try {
            rate.take(grant);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("the service is stopping", stopping);
        }
    }
}
