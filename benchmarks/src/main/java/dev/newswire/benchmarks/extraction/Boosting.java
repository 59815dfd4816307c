package dev.newswire.benchmarks.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gradient boosting of decision trees of one depth for logistic loss, on features cut into bins by their quantiles; labels
 * may lie between 0 and 1. Without chance: the same data give the same trees.
 */
final class Boosting {

    private static final int BINS = 64;
    private static final int SAMPLED = 20_000;

    private final int depth;
    private final double rate;
    private final double smoothing;
    private final float[][] limits;
    private final byte[][] bins;
    private final double[] labels;
    private final double[] weights;
    private final double[] scores;
    private final double[] gradients;
    private final double[] curvatures;

    /**
     * For these cases.
     *
     * @param smoothing weight of evidence for 0 in each leaf
     */
    Boosting(float[][] cases, double[] labels, double[] weights, int depth, double rate, double smoothing) {
        this.depth = depth;
        this.rate = rate;
        this.smoothing = smoothing;
        this.labels = labels;
        this.weights = weights;
        this.scores = new double[cases.length];
        this.gradients = new double[cases.length];
        this.curvatures = new double[cases.length];
        this.limits = limits(cases);
        this.bins = bins(cases);
    }

    /** Grows trees and writes each as a line of the model's table. */
    List<String> grow(int trees) {
        List<String> lines = new ArrayList<>();
        for (int tree = 0; tree < trees; tree++) {
            lines.add(grow());
        }
        return lines;
    }

    private String grow() {
        for (int i = 0; i < scores.length; i++) {
            double probability = 1 / (1 + Math.exp(-scores[i]));
            gradients[i] = weights[i] * (labels[i] - probability);
            curvatures[i] = weights[i] * Math.max(1e-6, probability * (1 - probability));
        }
        int[] nodes = new int[scores.length];
        int questions = (1 << depth) - 1;
        int[] features = new int[questions];
        float[] cuts = new float[questions];
        for (int level = 0; level < depth; level++) {
            split(level, nodes, features, cuts);
        }
        double[] leaves = leaves(nodes);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < questions; i++) {
            line.append(features[i]).append('\t').append(cuts[i]).append('\t');
        }
        for (int i = 0; i < leaves.length; i++) {
            line.append(i == 0 ? "" : "\t").append((float) (Math.round(leaves[i] * 10_000) / 10_000.0));
        }
        return line.toString();
    }

    private void split(int level, int[] nodes, int[] features, float[] cuts) {
        int first = (1 << level) - 1;
        int count = 1 << level;
        double[] best = new double[count];
        int[] cutBins = new int[count];
        Arrays.fill(cutBins, -1);
        for (int feature = 0; feature < limits.length; feature++) {
            double[][] sums = new double[count][2 * BINS];
            for (int i = 0; i < nodes.length; i++) {
                double[] sum = sums[nodes[i] - first];
                int bin = bins[feature][i];
                sum[bin] += gradients[i];
                sum[BINS + bin] += curvatures[i];
            }
            for (int node = 0; node < count; node++) {
                choose(sums[node], feature, first + node, node, best, cutBins, features);
            }
        }
        for (int node = 0; node < count; node++) {
            cuts[first + node] = cutBins[node] < 0 ? Float.MAX_VALUE : limits[features[first + node]][cutBins[node]];
        }
        for (int i = 0; i < nodes.length; i++) {
            int node = nodes[i] - first;
            boolean isBelow = cutBins[node] < 0 || bins[features[nodes[i]]][i] <= cutBins[node];
            nodes[i] = 2 * nodes[i] + (isBelow ? 1 : 2);
        }
    }

    private void choose(
            double[] sums, int feature, int question, int node, double[] best, int[] cutBins, int[] features) {
        double allGradients = 0;
        double allCurvatures = 0;
        for (int bin = 0; bin < BINS; bin++) {
            allGradients += sums[bin];
            allCurvatures += sums[BINS + bin];
        }
        double whole = gain(allGradients, allCurvatures);
        double gradient = 0;
        double curvature = 0;
        for (int bin = 0; bin < limits[feature].length; bin++) {
            gradient += sums[bin];
            curvature += sums[BINS + bin];
            double gain = gain(gradient, curvature) + gain(allGradients - gradient, allCurvatures - curvature) - whole;
            if (gain > best[node] + 1e-12) {
                best[node] = gain;
                cutBins[node] = bin;
                features[question] = feature;
            }
        }
    }

    private double gain(double gradient, double curvature) {
        return gradient * gradient / (curvature + smoothing);
    }

    private double[] leaves(int[] nodes) {
        int first = (1 << depth) - 1;
        double[] sums = new double[1 << depth];
        double[] bottoms = new double[1 << depth];
        for (int i = 0; i < nodes.length; i++) {
            sums[nodes[i] - first] += gradients[i];
            bottoms[nodes[i] - first] += curvatures[i];
        }
        for (int leaf = 0; leaf < sums.length; leaf++) {
            sums[leaf] = rate * sums[leaf] / (bottoms[leaf] + smoothing);
        }
        for (int i = 0; i < nodes.length; i++) {
            scores[i] += sums[nodes[i] - first];
        }
        return sums;
    }

    private static float[][] limits(float[][] cases) {
        int count = cases[0].length;
        int step = Math.max(1, cases.length / SAMPLED);
        float[][] limits = new float[count][];
        for (int feature = 0; feature < count; feature++) {
            float[] values = new float[(cases.length + step - 1) / step];
            for (int i = 0; i < values.length; i++) {
                values[i] = cases[i * step][feature];
            }
            Arrays.sort(values);
            limits[feature] = quantiles(values);
        }
        return limits;
    }

    private static float[] quantiles(float[] sorted) {
        List<Float> limits = new ArrayList<>();
        for (int bin = 1; bin < BINS; bin++) {
            float limit = sorted[(int) ((long) sorted.length * bin / BINS)];
            if (limit > sorted[0] && (limits.isEmpty() || limit > limits.get(limits.size() - 1))) {
                limits.add(limit);
            }
        }
        float[] array = new float[limits.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = limits.get(i);
        }
        return array;
    }

    private byte[][] bins(float[][] cases) {
        byte[][] all = new byte[limits.length][cases.length];
        for (int feature = 0; feature < limits.length; feature++) {
            for (int i = 0; i < cases.length; i++) {
                int at = Arrays.binarySearch(limits[feature], cases[i][feature]);
                all[feature][i] = (byte) (at >= 0 ? at + 1 : -at - 1);
            }
        }
        return all;
    }
}
