package dev.newswire.benchmarks.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newswire.benchmarks.micro.Paths;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundTest {
    @Test
    void whatMayBeAtMostHoldsUpToItsBound() {
        Bound bound = Bound.of("most\tnames.tag\t4");

        assertThat(bound.holds(4)).isTrue();
        assertThat(bound.holds(4.01)).isFalse();
        assertThat(bound.line(4.01)).isEqualTo("FAILS   names.tag                                4.010, at most 4.000");
    }

    @Test
    void whatMustBeAtLeastHoldsFromItsBound() {
        Bound bound = Bound.of("least\tpipeline.rate\t0.05");

        assertThat(bound.holds(0.05)).isTrue();
        assertThat(bound.holds(0.049)).isFalse();
    }

    @Test
    void aLineThatIsNoBoundIsRefusedWithItsText() {
        assertThatThrownBy(() -> Bound.of("about\tpipeline.rate\t0.05")).hasMessageContaining("about\tpipeline.rate");
    }

    @Test
    void everyHotPathAndThePipelineHaveABound() {
        List<String> figures = Bound.all().stream().map(Bound::figure).toList();

        assertThat(figures)
                .containsAll(Paths.hot().keySet())
                .contains("pipeline.rate", "pipeline.processor_time")
                .doesNotHaveDuplicates()
                .hasSize(Paths.hot().size() + 2);
    }
}
