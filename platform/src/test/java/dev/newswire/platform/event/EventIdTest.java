package dev.newswire.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventIdTest {
    private static final Instant TIME = Instant.parse("2026-01-15T10:30:00.123Z");

    @Test
    void beginsWithTheTimeAndTellsItsVersion() {
        UUID id = EventId.at(TIME);
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(TIME.toEpochMilli());
    }

    @Test
    void noTwoOfOneMillisecondAreTheSame() {
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            ids.add(EventId.at(TIME));
        }
        assertThat(ids).hasSize(100_000);
    }
}
