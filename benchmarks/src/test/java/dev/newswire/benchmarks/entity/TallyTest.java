package dev.newswire.benchmarks.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void nothingFoundScoresNothing() {
        assertThat(new Tally().f1()).isZero();
    }

    @Test
    void f1IsTheHarmonicMean() {
        Tally tally = new Tally();
        tally.found(true);
        tally.found(false);
        for (int i = 0; i < 4; i++) {
            tally.expected(i == 0);
        }
        assertThat(tally.precision()).isEqualTo(50);
        assertThat(tally.recall()).isEqualTo(25);
        assertThat(tally.f1()).isCloseTo(33.3, Offset.offset(0.1));
    }
}
