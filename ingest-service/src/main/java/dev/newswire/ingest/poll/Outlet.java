package dev.newswire.ingest.poll;

import dev.newswire.ingest.intake.Outcome;
import java.time.Instant;
import java.util.List;

/** Where goes what a poll found. */
public interface Outlet {

    /**
     * Hands on what was found; returns when all of it is safe.
     *
     * @throws dev.newswire.ingest.intake.UnavailableException if it is not
     */
    void deliver(List<Outcome> outcomes, Instant receivedAt);
}
