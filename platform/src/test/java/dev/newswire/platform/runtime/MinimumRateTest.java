package dev.newswire.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MinimumRateTest {

    private static final long SECOND = 1_000_000_000L;

    private final MinimumRate pace = new MinimumRate(100, 2 * SECOND);

    @Test
    void clientThatKeepsUpIsNeverTooSlow() {
        for (int second = 0; second < 20; second++) {
            assertThat(pace.isTooSlow(true, 100L * second, second * SECOND)).isFalse();
        }
    }

    @Test
    void clientThatDripsIsTooSlowAfterOneWindow() {
        assertThat(pace.isTooSlow(true, 1, 0)).isFalse();
        assertThat(pace.isTooSlow(true, 2, SECOND)).isFalse();
        assertThat(pace.isTooSlow(true, 3, 2 * SECOND)).isTrue();
    }

    @Test
    void whatCameLongAgoDoesNotExcuse() {
        assertThat(pace.isTooSlow(true, 1_000_000, 0)).isFalse();
        assertThat(pace.isTooSlow(true, 1_000_000, 2 * SECOND)).isFalse();
        assertThat(pace.isTooSlow(true, 1_000_001, 4 * SECOND)).isTrue();
    }

    @Test
    void timeInWhichTheServerIsBusyDoesNotCount() {
        for (int second = 0; second < 20; second++) {
            assertThat(pace.isTooSlow(second % 4 == 0, 0, second * SECOND)).isFalse();
        }
    }

    @Test
    void noRateIsAlwaysKept() {
        MinimumRate any = new MinimumRate(0, SECOND);
        assertThat(any.isTooSlow(true, 0, 0)).isFalse();
        assertThat(any.isTooSlow(true, 0, 10 * SECOND)).isFalse();
    }
}
