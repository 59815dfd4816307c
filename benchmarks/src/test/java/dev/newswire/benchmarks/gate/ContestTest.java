package dev.newswire.benchmarks.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ContestTest {
    private final AtomicLong clock = new AtomicLong();

    @Test
    void aPathIsMeasuredByThePlainLoop() {
        Contest contest = new Contest(clock::get, Duration.ofNanos(1_000), Duration.ofNanos(1_000));

        assertThat(contest.ratio(() -> clock.addAndGet(50), () -> clock.addAndGet(10)))
                .isEqualTo(5);
    }

    @Test
    void aTurnOutOfLineDoesNotCount() {
        AtomicLong runs = new AtomicLong();
        Runnable path = () -> clock.addAndGet(runs.incrementAndGet() % 1_000 == 0 ? 100_000 : 50);
        Contest contest = new Contest(clock::get, Duration.ofNanos(1_000), Duration.ofNanos(10_000));

        assertThat(contest.ratio(path, () -> clock.addAndGet(10))).isEqualTo(5);
    }

    @Test
    void wordsAreCountedAsTheyStand() {
        assertThat(WordCount.count("to be, or not to be")).isEqualTo(Map.of("to", 2, "be", 2, "or", 1, "not", 1));
    }
}
