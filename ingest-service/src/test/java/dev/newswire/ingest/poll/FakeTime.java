package dev.newswire.ingest.poll;

import java.time.Duration;
import java.time.Instant;

/** A clock that moves only when it is told to, or when somebody waits by it. */
final class FakeTime implements Timekeeper {

    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private Instant now = START;

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized void waitUntil(Instant time) {
        now = time.isAfter(now) ? time : now;
    }

    synchronized void pass(Duration duration) {
        now = now.plus(duration);
    }
}
