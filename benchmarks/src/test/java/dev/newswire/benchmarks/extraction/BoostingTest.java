package dev.newswire.benchmarks.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BoostingTest {

    @Test
    void treeAsksForTheFeatureThatTells() {
        float[][] cases = new float[200][];
        double[] labels = new double[200];
        double[] weights = new double[200];
        for (int i = 0; i < 200; i++) {
            cases[i] = new float[] {i % 7, i, 1};
            labels[i] = i < 100 ? 0 : 1;
            weights[i] = 1;
        }
        List<String> lines = new Boosting(cases, labels, weights, 1, 1, 1).grow(1);
        String[] cells = lines.get(0).split("\t", -1);
        assertThat(cells[0]).isEqualTo("1");
        assertThat(Float.parseFloat(cells[1])).isBetween(90f, 110f);
        assertThat(Float.parseFloat(cells[2])).isNegative();
        assertThat(Float.parseFloat(cells[3])).isPositive();
    }
}
