package dev.newswire.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static final long SECOND = 1_000_000_000L;
    private static final Grant OTHER = new Grant("other", Set.of("*"));

    private long now = 5 * SECOND;
    private final RateLimit limit = new RateLimit(2, 4, () -> now);

    @Test
    void burstMayComeAtOnceAndThenSoManyASecond() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            assertThat(limit.secondsToWait(Grant.ANYONE)).isZero();
            limit.take(Grant.ANYONE);
        }
        assertThat(limit.secondsToWait(Grant.ANYONE)).isEqualTo(0.5);
        now += SECOND / 4;
        assertThat(limit.secondsToWait(Grant.ANYONE)).isEqualTo(0.25);
        now += SECOND;
        assertThat(limit.secondsToWait(Grant.ANYONE)).isZero();
    }

    @Test
    void pauseEarnsNoMoreThanTheBurst() throws InterruptedException {
        now += 1_000 * SECOND;
        for (int i = 0; i < 4; i++) {
            limit.take(Grant.ANYONE);
        }
        assertThat(limit.secondsToWait(Grant.ANYONE)).isPositive();
    }

    @Test
    void sendersDoNotPayForEachOther() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            limit.take(Grant.ANYONE);
        }
        assertThat(limit.secondsToWait(OTHER)).isZero();
    }

    @Test
    void noLimitIsNoLimit() throws InterruptedException {
        for (int i = 0; i < 100_000; i++) {
            RateLimit.NONE.take(Grant.ANYONE);
        }
        assertThat(RateLimit.NONE.secondsToWait(Grant.ANYONE)).isZero();
    }
}
