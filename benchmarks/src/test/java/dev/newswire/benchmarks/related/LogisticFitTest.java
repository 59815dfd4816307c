package dev.newswire.benchmarks.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticFitTest {
    @Test
    void findsTheWeightsThatMadeTheExamples() {
        Random random = new Random(1);
        List<LogisticFit.Example> examples = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            double[] values = {random.nextDouble(), random.nextDouble()};
            double probability = 1 / (1 + Math.exp(-(-1 + 3 * values[0] - 2 * values[1])));
            examples.add(new LogisticFit.Example(values, random.nextDouble() < probability));
        }
        LogisticFit fit = LogisticFit.of(examples, 0.01);

        assertThat(fit.bias()).isCloseTo(-1, within(0.15));
        assertThat(fit.weight(0)).isCloseTo(3, within(0.2));
        assertThat(fit.weight(1)).isCloseTo(-2, within(0.2));
    }
}
