package dev.newswire.cli.reenrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.ingest.backfill.Ticker;
import dev.newswire.ingest.intake.UnavailableException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private final FakeTicker ticker = new FakeTicker();
    private final Deque<Long> lags = new ArrayDeque<>();

    @Test
    void articlesKeepTheRate() throws InterruptedException {
        Throttle throttle = new Throttle(() -> 0, ticker, 10, 0);
        for (int i = 0; i < 51; i++) {
            throttle.await();
        }

        assertThat(Duration.ofNanos(ticker.nanos())).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aPauseAllowsNoLongBurst() throws InterruptedException {
        Throttle throttle = new Throttle(() -> 0, ticker, 10, 0);
        throttle.await();
        ticker.sleep(Duration.ofHours(1));
        long before = ticker.nanos();
        for (int i = 0; i < 30; i++) {
            throttle.await();
        }

        assertThat(Duration.ofNanos(ticker.nanos() - before)).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void liveNewsGoesFirst() throws InterruptedException {
        lags.addAll(List.of(501L, 800L, 500L));
        Throttle throttle = new Throttle(lags::remove, ticker, 1_000, 500);
        throttle.await();

        assertThat(Duration.ofNanos(ticker.nanos())).isEqualTo(Duration.ofSeconds(2));
        assertThat(throttle.isWaiting()).isFalse();
    }

    @Test
    void aLagThatCannotBeToldIsTooGreat() throws InterruptedException {
        lags.add(0L);
        Throttle throttle = new Throttle(
                () -> {
                    if (ticker.nanos() == 0) {
                        throw new UnavailableException("away", new IllegalStateException());
                    }
                    return lags.remove();
                },
                ticker,
                1_000,
                500);
        throttle.await();

        assertThat(Duration.ofNanos(ticker.nanos())).isEqualTo(Duration.ofSeconds(1));
    }

    private static final class FakeTicker implements Ticker {
        private long nanos;

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public void sleep(Duration time) {
            nanos += time.toNanos();
        }
    }
}
