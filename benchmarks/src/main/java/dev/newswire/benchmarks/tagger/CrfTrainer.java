package dev.newswire.benchmarks.tagger;

import dev.newswire.enrich.entity.tagger.Labels;
import dev.newswire.enrich.entity.tagger.Lattice;
import dev.newswire.enrich.entity.tagger.Resources;
import dev.newswire.enrich.entity.tagger.Runs;
import dev.newswire.enrich.entity.tagger.TokenFeatures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Fits a conditional random field by stochastic gradients with a rate for each weight (AdaGrad; Duchi et al., 2011).
 * The gradient is the difference of two expectations: over the labellings that the annotators allow and over all. So
 * words of which only something is known are learned from too. The same seed and examples give the same weights.
 */
final class CrfTrainer {
    private static final double LEAST = 1e-3;
    private static final float TINY = 1e-8f;

    /**
     * How to fit: binary logarithm of rows, passes, first rate, share of features left out at random, share of runs that
     * are read as if the gazetteer knew none of their names.
     */
    record Plan(int bits, int epochs, float rate, float dropout, float unknown, long seed) {}

    private final Resources resources;
    private final Plan plan;
    private final Random random;
    private final float[] weights;
    private final float[] squares;
    private final float[] weightSums;
    private final float[] transitionSums = new float[Labels.ROOM * Labels.ROOM];
    private final float[] transitions = new float[Labels.ROOM * Labels.ROOM];
    private final float[] transitionSquares = new float[Labels.ROOM * Labels.ROOM];
    private final Lattice free = new Lattice(transitions);
    private final Lattice clamped = new Lattice(transitions);
    private final int[][] rows = new int[Runs.LONGEST + 1][TokenFeatures.MOST];
    private final int[] counts = new int[Runs.LONGEST + 1];
    private final int[] any = new int[Runs.LONGEST + 1];

    CrfTrainer(Resources resources, Plan plan) {
        this.resources = resources;
        this.plan = plan;
        this.random = new Random(plan.seed());
        this.weights = new float[Labels.ROOM << plan.bits()];
        this.weightSums = new float[Labels.ROOM << plan.bits()];
        this.squares = new float[Labels.ROOM << plan.bits()];
        Arrays.fill(any, Labels.ANY);
    }

    /** The weights of all rows, those of one row next to each other. */
    float[] weights() {
        return weights;
    }

    float[] transitions() {
        return transitions;
    }

    /** Goes over the examples again and again; the weights after each of the later passes are averaged. */
    void fit(List<Example> examples) {
        List<Example> shuffled = new ArrayList<>(examples);
        int averaged = 0;
        for (int epoch = 0; epoch < plan.epochs(); epoch++) {
            Collections.shuffle(shuffled, random);
            shuffled.forEach(this::learn);
            if (epoch * 2 >= plan.epochs()) {
                add(weights, weightSums);
                add(transitions, transitionSums);
                averaged++;
            }
        }
        average(weightSums, averaged, weights);
        average(transitionSums, averaged, transitions);
    }

    private static void add(float[] values, float[] sums) {
        for (int i = 0; i < values.length; i++) {
            sums[i] += values[i];
        }
    }

    private static void average(float[] sums, int count, float[] means) {
        for (int i = 0; i < sums.length; i++) {
            means[i] = sums[i] / count;
        }
    }

    private void learn(Example example) {
        TokenFeatures features = new TokenFeatures(resources, example.tokens(), example.heading(), plan.bits());
        Runs runs = Runs.whole(example.tokens());
        while (runs.next()) {
            learn(example, features, runs.from(), runs.to());
        }
    }

    private void learn(Example example, TokenFeatures features, int from, int to) {
        int size = to - from;
        free.begin(size);
        clamped.begin(size);
        if (plan.unknown() == 0 || random.nextFloat() >= plan.unknown()) {
            features.enter(from, to);
        }
        for (int i = 0; i < size; i++) {
            counts[i] = keep(rows[i], features.fill(from + i, from, to, rows[i]));
            score(i, free.scores());
        }
        System.arraycopy(free.scores(), 0, clamped.scores(), 0, size * Labels.ROOM);
        int[] allowed = Arrays.copyOfRange(example.allowed(), from, to);
        free.sum(any);
        clamped.sum(allowed);
        for (int i = 0; i < size; i++) {
            update(i, example.weight());
        }
        free.refresh();
        clamped.refresh();
    }

    /** Leaves features out at random, so that no few of them carry a decision alone. */
    private int keep(int[] row, int count) {
        if (plan.dropout() == 0) {
            return count;
        }
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (random.nextFloat() >= plan.dropout()) {
                row[kept++] = row[i];
            }
        }
        return kept;
    }

    private void score(int i, float[] scores) {
        int at = i * Labels.ROOM;
        Arrays.fill(scores, at, at + Labels.ROOM, 0);
        for (int k = 0; k < counts[i]; k++) {
            int row = rows[i][k] * Labels.ROOM;
            for (int t = 0; t < Labels.COUNT; t++) {
                scores[at + t] += weights[row + t];
            }
        }
    }

    private void update(int i, float weight) {
        for (int t = 0; t < Labels.COUNT; t++) {
            double gradient = clamped.probability(i, t) - free.probability(i, t);
            if (Math.abs(gradient) >= LEAST) {
                raise(i, t, (float) gradient * weight);
            }
            for (int p = 0; i > 0 && p < Labels.COUNT; p++) {
                if (Labels.follows(p, t)) {
                    double both = clamped.probability(i, p, t) - free.probability(i, p, t);
                    raiseTransition(p * Labels.ROOM + t, (float) both * weight);
                }
            }
        }
    }

    private void raise(int i, int label, float gradient) {
        for (int k = 0; k < counts[i]; k++) {
            int at = rows[i][k] * Labels.ROOM + label;
            squares[at] += gradient * gradient;
            weights[at] += plan.rate() * gradient / (float) Math.sqrt(squares[at] + TINY);
        }
    }

    private void raiseTransition(int at, float gradient) {
        if (Math.abs(gradient) >= LEAST) {
            transitionSquares[at] += gradient * gradient;
            transitions[at] += plan.rate() * gradient / (float) Math.sqrt(transitionSquares[at] + TINY);
        }
    }
}
