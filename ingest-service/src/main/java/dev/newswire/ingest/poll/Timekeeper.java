package dev.newswire.ingest.poll;

import java.time.Duration;
import java.time.Instant;

/** The clock of polling, which can also be waited by. */
interface Timekeeper {

    /** The time. */
    Instant now();

    /** Returns at this time or later. */
    void waitUntil(Instant time) throws InterruptedException;

    /** The machine's. */
    Timekeeper SYSTEM = new Timekeeper() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void waitUntil(Instant time) throws InterruptedException {
            for (Instant now = now(); time.isAfter(now); now = now()) {
                // A millisecond more than is left, since parts of one are cut off.
                Thread.sleep(Duration.between(now, time).toMillis() + 1);
            }
        }
    };
}
