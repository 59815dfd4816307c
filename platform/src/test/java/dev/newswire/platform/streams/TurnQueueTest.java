package dev.newswire.platform.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TurnQueueTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private final TurnQueue queue = new TurnQueue(Duration.ofSeconds(1));

    @Test
    void keyWaitsForItsInterval() {
        queue.add("a", NOW, false);
        assertThat(queue.next(NOW.plusMillis(999))).isNull();
        assertThat(queue.next(NOW.plusMillis(1000))).isEqualTo("a");
        assertThat(queue.next(NOW.plusMillis(1000))).isNull();
    }

    @Test
    void urgentKeysComeFirstAndThenWhoeverWaitedLongest() {
        queue.add("young", NOW.minusSeconds(2), false);
        queue.add("old", NOW.minusSeconds(5), false);
        queue.add("urgent", NOW.minusSeconds(1), false);
        queue.add("urgent", NOW.minusSeconds(1), true);
        queue.add("urgent", NOW.minusSeconds(1), false);
        assertThat(queue.next(NOW)).isEqualTo("urgent");
        assertThat(queue.next(NOW)).isEqualTo("old");
        assertThat(queue.next(NOW)).isEqualTo("young");
        assertThat(queue.next(NOW)).isNull();
    }
}
