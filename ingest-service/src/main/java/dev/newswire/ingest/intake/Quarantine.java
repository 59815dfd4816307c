package dev.newswire.ingest.intake;

import dev.newswire.platform.deadletter.Reject;
import java.util.List;

/** Where goes what cannot be taken. */
public interface Quarantine {

    /**
     * Keeps all of them, each with its fate; returns when that is acknowledged.
     *
     * @throws UnavailableException if they cannot be written: none was
     */
    void put(List<Reject> rejects);
}
