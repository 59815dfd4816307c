package dev.newswire.ingest.backfill;

/** What live news waits for. */
public interface LiveLane {

    /**
     * How many live events are not yet processed.
     *
     * @throws dev.newswire.ingest.intake.UnavailableException if that cannot be told just now
     */
    long lag();
}
