package dev.newswire.enrich.entity.tagger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.newswire.schema.EntityType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LatticeTest {
    private static final int WORDS = 4;
    private static final long SEED = 11;

    private final float[] transitions = random(Labels.ROOM * Labels.ROOM, new Random(SEED));
    private final Lattice lattice = new Lattice(transitions);
    private final int[] any = new int[WORDS];

    LatticeTest() {
        Arrays.fill(any, Labels.ANY);
        lattice.begin(WORDS);
        System.arraycopy(
                random(WORDS * Labels.ROOM, new Random(SEED + 1)), 0, lattice.scores(), 0, WORDS * Labels.ROOM);
    }

    @Test
    void theDecodedLabellingIsTheBestOfAll() {
        int[] best = labellings().stream()
                .max((a, b) -> Double.compare(score(a), score(b)))
                .orElseThrow();
        int[] decoded = new int[WORDS];
        lattice.decode(decoded);
        assertThat(decoded).isEqualTo(best);
    }

    @Test
    void theSumIsThatOfAllLabellings() {
        double sum =
                labellings().stream().mapToDouble(one -> Math.exp(score(one))).sum();
        assertThat(lattice.sum(any)).isCloseTo(Math.log(sum), within(1e-6));
    }

    @Test
    void probabilitiesAreSharesOfTheSum() {
        double sum =
                labellings().stream().mapToDouble(one -> Math.exp(score(one))).sum();
        double part = labellings().stream()
                .filter(one -> one[1] == 1 && one[2] == 3)
                .mapToDouble(one -> Math.exp(score(one)))
                .sum();
        lattice.sum(any);
        assertThat(lattice.probability(2, 1, 3)).isCloseTo(part / sum, within(1e-6));
        assertThat(lattice.probability(EntityType.PERSON, 1, 3)).isCloseTo(part / sum, within(1e-6));
    }

    @Test
    void whatIsNotAllowedHasNoProbability() {
        int[] allowed = any.clone();
        allowed[1] = 1;
        lattice.sum(allowed);
        assertThat(lattice.probability(1, Labels.OUTSIDE)).isCloseTo(1, within(1e-9));
        assertThat(lattice.probability(1, 4)).isZero();
    }

    private double score(int[] labels) {
        double score = 0;
        int previous = Labels.OUTSIDE;
        for (int i = 0; i < WORDS; i++) {
            score += lattice.scores()[i * Labels.ROOM + labels[i]] + transitions[previous * Labels.ROOM + labels[i]];
            previous = labels[i];
        }
        return score;
    }

    private static List<int[]> labellings() {
        List<int[]> all = new ArrayList<>();
        extend(new int[WORDS], 0, all);
        return all;
    }

    private static void extend(int[] labels, int i, List<int[]> all) {
        int previous = i == 0 ? Labels.OUTSIDE : labels[i - 1];
        if (i == WORDS) {
            if (Labels.ends(previous)) {
                all.add(labels.clone());
            }
            return;
        }
        for (int label = 0; label < Labels.COUNT; label++) {
            if (Labels.follows(previous, label)) {
                labels[i] = label;
                extend(labels, i + 1, all);
            }
        }
    }

    private static float[] random(int size, Random random) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = random.nextFloat() * 4 - 2;
        }
        return values;
    }
}
