package dev.newswire.benchmarks.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {
    @Test
    void pairCountsGivePrecisionRecallAndF1() {
        PairCounts counts = new PairCounts(6, 8, 12);

        assertThat(counts.precision()).isEqualTo(0.75);
        assertThat(counts.recall()).isEqualTo(0.5);
        assertThat(counts.f1()).isCloseTo(0.6, within(1e-9));
        assertThat(new PairCounts(0, 0, 0).f1()).isZero();
    }

    @Test
    void equalClusteringsHaveABCubedOfOne() {
        assertThat(BCubed.f1(List.of("x", "x", "y"), List.of("1", "1", "2"))).isCloseTo(1, within(1e-9));
    }

    @Test
    void oneBigClusterCostsPrecisionOnly() {
        // Precision 1/2 for each of four articles, recall 1.
        assertThat(BCubed.f1(List.of("x", "x", "x", "x"), List.of("1", "1", "2", "2")))
                .isCloseTo(2.0 / 3, within(1e-9));
    }
}
