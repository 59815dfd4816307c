package dev.newswire.ingest.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.newswire.ingest.intake.UnavailableException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final BackfillSettings TEN_A_SECOND =
            new BackfillSettings(10, 1_000_000, 100, Duration.ofSeconds(1), 1_000_000, 1_000_000);
    private static final BackfillSettings SLOW_BYTES =
            new BackfillSettings(1_000, 1_000, 100, Duration.ofSeconds(1), 1_000_000, 1_000_000);

    private final ManualTicker ticker = new ManualTicker();

    @Test
    void articlesComeAtTheirRate() throws InterruptedException {
        Pace pace = new Pace(TEN_A_SECOND, () -> 0, ticker);
        read(pace, 110, 1);

        // The first second's worth is there from the beginning.
        assertThat(ticker.seconds()).isCloseTo(10, within(0.2));
    }

    @Test
    void bytesComeAtTheirRate() throws InterruptedException {
        Pace pace = new Pace(SLOW_BYTES, () -> 0, ticker);
        read(pace, 11, 500);

        assertThat(ticker.seconds()).isCloseTo(4.5, within(0.1));
    }

    @Test
    void documentLargerThanASecondsWorthIsPaidForAfterwards() throws InterruptedException {
        Pace pace = new Pace(SLOW_BYTES, () -> 0, ticker);
        read(pace, 1, 10_000);
        assertThat(ticker.seconds()).isZero();

        read(pace, 1, 1);
        assertThat(ticker.seconds()).isCloseTo(9, within(0.1));
    }

    @Test
    void pageOfManyArticlesIsPaidForAfterwards() throws InterruptedException {
        Pace pace = new Pace(TEN_A_SECOND, () -> 0, ticker);
        pace.await(1, () -> {});
        pace.took(60);
        pace.await(1, () -> {});

        assertThat(ticker.seconds()).isCloseTo(5.1, within(0.2));
    }

    @Test
    void historyDoesNotWaitWithoutEndForABrokerThatIsAway() {
        Pace pace = new Pace(
                TEN_A_SECOND,
                () -> {
                    throw new UnavailableException("away", null);
                },
                ticker);
        assertThatThrownBy(() -> pace.await(1, () -> {}))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("run the same command again");
        assertThat(ticker.seconds()).isCloseTo(120, within(2.0));
    }

    @Test
    void historyWaitsWhileLiveNewsIsBehindAndUntilHalfOfThatIsDone() throws InterruptedException {
        AtomicLong lag = new AtomicLong(151);
        ticker.onSleep(() -> lag.addAndGet(-10));
        Pace pace = new Pace(TEN_A_SECOND, lag::get, ticker);
        pace.await(1, () -> {});

        assertThat(lag.get()).isBetween(41L, 50L);
        assertThat(pace.reason()).isEmpty();
        assertThat(pace.paused()).isEqualTo(Duration.ofSeconds(11));
    }

    @Test
    void lagAtTheThresholdIsTolerated() throws InterruptedException {
        Pace pace = new Pace(TEN_A_SECOND, () -> 100, ticker);
        pace.await(1, () -> {});

        assertThat(ticker.seconds()).isZero();
    }

    @Test
    void lagThatComesUpDuringTheBackfillHoldsItBack() throws InterruptedException {
        AtomicLong lag = new AtomicLong();
        Pace pace = new Pace(TEN_A_SECOND, lag::get, ticker);
        read(pace, 20, 1);
        lag.set(10_000);
        ticker.onSleep(() -> lag.addAndGet(-500));
        read(pace, 20, 1);

        assertThat(pace.paused()).isGreaterThanOrEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void lagThatNobodyTellsHoldsHistoryBack() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        LiveLane silent = () -> {
            if (asked.incrementAndGet() < 4) {
                throw new UnavailableException("the broker does not tell", null);
            }
            return 0;
        };
        StringBuilder told = new StringBuilder();
        Pace[] pace = {new Pace(TEN_A_SECOND, silent, ticker)};
        pace[0].await(1, () -> told.append(pace[0].reason()));

        assertThat(told.toString()).contains("the broker does not tell");
        assertThat(pace[0].paused()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void liveLaneIsLookedAtOnceAnInterval() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        Pace pace = new Pace(
                TEN_A_SECOND,
                () -> {
                    asked.incrementAndGet();
                    return 0;
                },
                ticker);
        read(pace, 60, 1);

        assertThat(asked.get()).isBetween(5, 7);
    }

    private static void read(Pace pace, int documents, long bytes) throws InterruptedException {
        for (int i = 0; i < documents; i++) {
            pace.await(bytes, () -> {});
            pace.took(1);
        }
    }
}
