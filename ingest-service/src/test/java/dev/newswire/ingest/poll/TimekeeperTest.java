package dev.newswire.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimekeeperTest {

    @Test
    void theMachinesClockIsWaitedByAndTheFarthestPastIsNotWaitedFor() throws InterruptedException {
        Instant soon = Timekeeper.SYSTEM.now().plusMillis(5);
        Timekeeper.SYSTEM.waitUntil(Instant.MIN);
        Timekeeper.SYSTEM.waitUntil(soon);

        assertThat(Timekeeper.SYSTEM.now()).isAfterOrEqualTo(soon);
    }
}
