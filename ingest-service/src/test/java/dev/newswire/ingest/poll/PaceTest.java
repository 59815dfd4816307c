package dev.newswire.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Source SOURCE = new Source(
            "s",
            SourceType.FEED,
            List.of("https://a.example/"),
            Duration.ofMinutes(5),
            Duration.ofHours(2),
            FullText.NEVER,
            null,
            Map.of(),
            true,
            10,
            Duration.ofDays(1));

    @Test
    void aBusySourceIsPolledMoreOftenAndAQuietOneLess() {
        Duration interval = Pace.first(SOURCE);
        Duration busy = interval;
        Duration quiet = interval;
        for (int i = 0; i < 20; i++) {
            assertThat(Pace.next(SOURCE, busy, true)).isLessThanOrEqualTo(busy);
            assertThat(Pace.next(SOURCE, quiet, false)).isGreaterThanOrEqualTo(quiet);
            busy = Pace.next(SOURCE, busy, true);
            quiet = Pace.next(SOURCE, quiet, false);
        }

        assertThat(interval).isEqualTo(Duration.ofMinutes(15));
        assertThat(busy).isEqualTo(SOURCE.minimumInterval());
        assertThat(quiet).isEqualTo(SOURCE.maximumInterval());
    }

    @Test
    void whatTheServerAsksForIsALowerBoundWithinLimits() {
        Duration interval = MINUTE.multipliedBy(20);

        assertThat(Pace.pause(SOURCE, interval, null, 0)).isEqualTo(interval);
        assertThat(Pace.pause(SOURCE, interval, MINUTE, 0)).isEqualTo(interval);
        assertThat(Pace.pause(SOURCE, interval, Duration.ofHours(1), 0)).isEqualTo(Duration.ofHours(1));
        assertThat(Pace.pause(SOURCE, interval, Duration.ofDays(9), 0)).isEqualTo(SOURCE.maximumInterval());
        assertThat(Pace.pause(SOURCE, interval, null, 1)).isEqualTo(MINUTE.multipliedBy(22));
    }

    @Test
    void failuresDoubleTheWaitUpToADay() {
        assertThat(Pace.backOff(SOURCE, 1, null, 1)).isEqualTo(Duration.ofMinutes(5));
        assertThat(Pace.backOff(SOURCE, 1, null, 0)).isEqualTo(Duration.ofSeconds(150));
        assertThat(Pace.backOff(SOURCE, 4, null, 1)).isEqualTo(Duration.ofMinutes(40));
        assertThat(Pace.backOff(SOURCE, 1_000_000, null, 1)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void aServerThatAsksForMoreIsGivenADayAtMost() {
        assertThat(Pace.backOff(SOURCE, 1, Duration.ofHours(3), 1)).isEqualTo(Duration.ofHours(3));
        assertThat(Pace.backOff(SOURCE, 1, Duration.ofDays(300), 1)).isEqualTo(Duration.ofDays(1));
        assertThat(Pace.backOff(SOURCE, 4, MINUTE, 1)).isEqualTo(Duration.ofMinutes(40));
    }
}
