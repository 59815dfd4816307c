package dev.newswire.benchmarks.related;

import java.util.List;

/** Fits a logistic regression by Newton's method with a quadratic penalty on the weights. Deterministic. */
final class LogisticFit {
    private static final int STEPS = 40;
    private final double[] weights;

    private LogisticFit(double[] weights) {
        this.weights = weights;
    }

    /** An observed case. */
    record Example(double[] values, boolean positive) {}

    /** @param penalty on the square of each weight; the bias is free */
    static LogisticFit of(List<Example> examples, double penalty) {
        int size = examples.get(0).values().length + 1;
        double[] weights = new double[size];
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[size];
            double[][] curvature = new double[size][size];
            examples.forEach(example -> add(example, weights, gradient, curvature));
            for (int i = 0; i < size; i++) {
                double own = i == 0 ? 1e-9 : penalty;
                gradient[i] -= own * weights[i];
                curvature[i][i] += own;
            }
            double[] change = solve(curvature, gradient);
            for (int i = 0; i < size; i++) {
                weights[i] += Math.max(-2, Math.min(2, change[i]));
            }
        }
        return new LogisticFit(weights);
    }

    double bias() {
        return weights[0];
    }

    double weight(int feature) {
        return weights[feature + 1];
    }

    double probability(double[] values) {
        return probability(weights, values);
    }

    private static double probability(double[] weights, double[] values) {
        double sum = weights[0];
        for (int i = 0; i < values.length; i++) {
            sum += weights[i + 1] * values[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    private static void add(Example example, double[] weights, double[] gradient, double[][] curvature) {
        double probability = probability(weights, example.values());
        double error = (example.positive() ? 1 : 0) - probability;
        double slope = probability * (1 - probability);
        for (int i = 0; i < gradient.length; i++) {
            double left = i == 0 ? 1 : example.values()[i - 1];
            gradient[i] += error * left;
            for (int j = 0; j < gradient.length; j++) {
                curvature[i][j] += slope * left * (j == 0 ? 1 : example.values()[j - 1]);
            }
        }
    }

    /** Gaussian elimination with pivoting; overwrites its arguments. */
    private static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        for (int column = 0; column < size; column++) {
            swapPivot(matrix, right, column);
            for (int row = 0; row < size; row++) {
                double factor = row == column ? 0 : matrix[row][column] / matrix[column][column];
                for (int k = column; k < size && factor != 0; k++) {
                    matrix[row][k] -= factor * matrix[column][k];
                }
                right[row] -= factor * right[column];
            }
        }
        for (int i = 0; i < size; i++) {
            right[i] /= matrix[i][i];
        }
        return right;
    }

    private static void swapPivot(double[][] matrix, double[] right, int column) {
        int pivot = column;
        for (int row = column + 1; row < right.length; row++) {
            pivot = Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column]) ? row : pivot;
        }
        double[] line = matrix[pivot];
        matrix[pivot] = matrix[column];
        matrix[column] = line;
        double value = right[pivot];
        right[pivot] = right[column];
        right[column] = value;
    }
}
