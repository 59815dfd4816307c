package dev.newswire.enrich.entity.tagger;

import dev.newswire.schema.EntityType;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The labellings of a run of words and what the model makes of them: the best one (Viterbi) and the probabilities of all
 * (forward and backward sums, scaled word by word; Rabiner, 1989). Used again for run after run.
 */
public final class Lattice {
    private static final float NEVER = -1e30f;
    private static final int[][] PREDECESSORS = predecessors();

    private final float[] transitions;
    private final double[] factors;
    private float[] scores = new float[0];
    private float[] paths = new float[0];
    private byte[] back = new byte[0];
    private double[] potentials = new double[0];
    private double[] forward = new double[0];
    private double[] backward = new double[0];
    private double[] scales = new double[0];
    private int size;

    /** @param transitions score of label `t` after label `p` at `p * ROOM + t`; what is not allowed does not count */
    public Lattice(float[] transitions) {
        this(transitions, factors(transitions));
    }

    /** @param factors what {@link #factors} makes of the transitions, once for all lattices */
    Lattice(float[] transitions, double[] factors) {
        this.transitions = transitions;
        this.factors = factors;
    }

    static double[] factors(float[] transitions) {
        double[] factors = new double[transitions.length];
        for (int i = 0; i < transitions.length; i++) {
            factors[i] = Math.exp(transitions[i]);
        }
        return factors;
    }

    /** Takes changed transitions over. */
    public void refresh() {
        System.arraycopy(factors(transitions), 0, factors, 0, factors.length);
    }

    /** Begins a run of so many words. */
    public void begin(int words) {
        size = words;
        if (scores.length < words * Labels.ROOM) {
            int room = words * Labels.ROOM;
            scores = new float[room];
            paths = new float[room];
            back = new byte[room];
            potentials = new double[room];
            forward = new double[room];
            backward = new double[room];
            scales = new double[words];
        }
    }

    /** Scores of the labels: of word `i` and label `t` at `i * ROOM + t`, to be filled in. */
    public float[] scores() {
        return scores;
    }

    /** The best labelling. */
    public void decode(int[] labels) {
        for (int t = 0; t < Labels.COUNT; t++) {
            paths[t] = Labels.follows(Labels.OUTSIDE, t) ? scores[t] + transitions[t] : NEVER;
        }
        for (int i = 1; i < size; i++) {
            step(i * Labels.ROOM);
        }
        int best = Labels.OUTSIDE;
        int last = (size - 1) * Labels.ROOM;
        for (int t = 1; t < Labels.COUNT; t++) {
            if (Labels.ends(t) && paths[last + t] > paths[last + best]) {
                best = t;
            }
        }
        for (int i = size - 1; i >= 0; i--) {
            labels[i] = best;
            best = back[i * Labels.ROOM + best];
        }
    }

    private void step(int at) {
        int before = at - Labels.ROOM;
        for (int t = 0; t < Labels.COUNT; t++) {
            float best = Float.NEGATIVE_INFINITY;
            int from = 0;
            for (int p : PREDECESSORS[t]) {
                float score = paths[before + p] + transitions[p * Labels.ROOM + t];
                if (score > best) {
                    best = score;
                    from = p;
                }
            }
            paths[at + t] = best + scores[at + t];
            back[at + t] = (byte) from;
        }
    }

    /** Sums up; afterwards probabilities can be asked for. Returns the logarithm of the sum over all labellings. */
    public double sum(int[] allowed) {
        double logarithm = 0;
        for (int i = 0; i < size; i++) {
            int at = i * Labels.ROOM;
            logarithm += potentials(at, allowed[i]);
            double total = 0;
            for (int t = 0; t < Labels.COUNT; t++) {
                double sum = i == 0 ? (Labels.follows(Labels.OUTSIDE, t) ? factors[t] : 0) : reach(at, t);
                forward[at + t] = sum * potentials[at + t];
                total += i == size - 1 && !Labels.ends(t) ? 0 : forward[at + t];
            }
            scales[i] = total > 0 ? 1 / total : 0;
            for (int t = 0; t < Labels.COUNT; t++) {
                forward[at + t] *= scales[i];
            }
            logarithm += Math.log(Math.max(total, Double.MIN_NORMAL));
        }
        sumBackward();
        return logarithm;
    }

    private double potentials(int at, int allowed) {
        float most = Float.NEGATIVE_INFINITY;
        for (int t = 0; t < Labels.COUNT; t++) {
            most = (allowed >>> t & 1) != 0 ? Math.max(most, scores[at + t]) : most;
        }
        for (int t = 0; t < Labels.COUNT; t++) {
            potentials[at + t] = (allowed >>> t & 1) != 0 ? Math.exp(scores[at + t] - most) : 0;
        }
        return most;
    }

    private double reach(int at, int t) {
        double sum = 0;
        int before = at - Labels.ROOM;
        for (int p : PREDECESSORS[t]) {
            sum += forward[before + p] * factors[p * Labels.ROOM + t];
        }
        return sum;
    }

    private void sumBackward() {
        int last = (size - 1) * Labels.ROOM;
        for (int t = 0; t < Labels.COUNT; t++) {
            backward[last + t] = Labels.ends(t) ? 1 : 0;
        }
        for (int i = size - 2; i >= 0; i--) {
            int at = i * Labels.ROOM;
            int after = at + Labels.ROOM;
            Arrays.fill(backward, at, after, 0);
            for (int t = 0; t < Labels.COUNT; t++) {
                double weight = potentials[after + t] * backward[after + t] * scales[i + 1];
                for (int p : PREDECESSORS[t]) {
                    backward[at + p] += weight * factors[p * Labels.ROOM + t];
                }
            }
        }
    }

    private static int[][] predecessors() {
        int[][] all = new int[Labels.COUNT][];
        for (int next = 0; next < Labels.COUNT; next++) {
            int label = next;
            all[next] = IntStream.range(0, Labels.COUNT)
                    .filter(previous -> Labels.follows(previous, label))
                    .toArray();
        }
        return all;
    }

    /** Probability that word `i` has the label, after {@link #sum}. */
    public double probability(int i, int label) {
        return forward[i * Labels.ROOM + label] * backward[i * Labels.ROOM + label];
    }

    /** Probability that word `i` has the label `next` and the one before it `previous`, after {@link #sum}. */
    public double probability(int i, int previous, int next) {
        int at = i * Labels.ROOM;
        return forward[at - Labels.ROOM + previous]
                * factors[previous * Labels.ROOM + next]
                * potentials[at + next]
                * backward[at + next]
                * scales[i];
    }

    /** Probability that the words from `from` to before `to` are a name of this type, after {@link #sum}. */
    public double probability(EntityType type, int from, int to) {
        int length = to - from;
        int label = Labels.of(type, 0, length);
        double product = forward[from * Labels.ROOM + label];
        for (int i = from + 1; i < to; i++) {
            int next = Labels.of(type, i - from, length);
            product *= factors[label * Labels.ROOM + next] * potentials[i * Labels.ROOM + next] * scales[i];
            label = next;
        }
        return Math.min(1, product * backward[(to - 1) * Labels.ROOM + label]);
    }
}
