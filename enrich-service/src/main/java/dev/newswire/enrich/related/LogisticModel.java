package dev.newswire.enrich.related;

import java.util.List;
import java.util.Map;

/** A logistic regression over the values of {@link PairFeatures}. */
public final class LogisticModel {
    private final double bias;
    private final double[] weights;

    private LogisticModel(double bias, double[] weights) {
        this.bias = bias;
        this.weights = weights;
    }

    /** @param entries weights by the name of the feature with this prefix, and {@code bias} */
    static LogisticModel of(String prefix, List<String> names, Map<String, Double> entries) {
        double[] weights = names.stream()
                .mapToDouble(name -> entries.getOrDefault(prefix + name, 0.0))
                .toArray();
        return new LogisticModel(entries.getOrDefault(prefix + "bias", 0.0), weights);
    }

    /** Probability, 0 to 1. */
    double probability(double[] values) {
        double sum = bias;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * values[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
