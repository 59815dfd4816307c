package dev.newswire.enrich.related;

import dev.newswire.schema.internal.TermWeight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A sparse vector of words with 8-bit weights, sorted by word. */
public final class WeightedTerms {
    static final int SCALE = 255;
    private static final Comparator<Map.Entry<String, Double>> HEAVIEST_FIRST =
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey());
    private static final Comparator<TermWeight> BY_WEIGHT =
            Comparator.comparingInt(TermWeight::getWeight).reversed().thenComparing(TermWeight::getTerm);

    private final String[] terms;
    private final int[] weights;
    private final double length;

    private WeightedTerms(String[] terms, int[] weights) {
        this.terms = terms;
        this.weights = weights;
        this.length = Math.sqrt(Arrays.stream(weights)
                .mapToDouble(weight -> (double) weight * weight)
                .sum());
    }

    /** The heaviest of these weights, at most so many, scaled to length {@value #SCALE}. */
    static WeightedTerms heaviest(Map<String, Double> weights, int most) {
        List<Map.Entry<String, Double>> kept =
                weights.entrySet().stream().sorted(HEAVIEST_FIRST).limit(most).toList();
        double length = Math.sqrt(kept.stream()
                .mapToDouble(entry -> entry.getValue() * entry.getValue())
                .sum());
        return from(kept.stream()
                .map(entry -> new TermWeight(
                        entry.getKey(), Math.max(1, (int) Math.round(entry.getValue() * SCALE / length))))
                .sorted(Comparator.comparing(TermWeight::getTerm))
                .toList());
    }

    static WeightedTerms from(List<TermWeight> sorted) {
        String[] terms = new String[sorted.size()];
        int[] weights = new int[sorted.size()];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = sorted.get(i).getTerm();
            weights[i] = sorted.get(i).getWeight();
        }
        return new WeightedTerms(terms, weights);
    }

    List<TermWeight> toAvro() {
        List<TermWeight> list = new ArrayList<>(terms.length);
        for (int i = 0; i < terms.length; i++) {
            list.add(new TermWeight(terms[i], weights[i]));
        }
        return list;
    }

    /** The heaviest words, the heaviest first. */
    List<String> heaviest(int most) {
        return toAvro().stream()
                .sorted(BY_WEIGHT)
                .limit(most)
                .map(TermWeight::getTerm)
                .toList();
    }

    /** Cosine of the angle between two vectors, 0 to 1; 0 where one is empty. */
    double cosine(WeightedTerms other) {
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < terms.length && j < other.terms.length) {
            int order = terms[i].compareTo(other.terms[j]);
            if (order == 0) {
                sum += (double) weights[i++] * other.weights[j++];
            } else if (order < 0) {
                i++;
            } else {
                j++;
            }
        }
        return sum == 0 ? 0 : Math.min(1, sum / (length * other.length));
    }

    /** Number of words that both have. */
    int overlap(WeightedTerms other) {
        int both = 0;
        int i = 0;
        int j = 0;
        while (i < terms.length && j < other.terms.length) {
            int order = terms[i].compareTo(other.terms[j]);
            both += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return both;
    }

    /** The words that both have, those that weigh most in both first. */
    List<String> shared(WeightedTerms other, int most) {
        List<TermWeight> shared = new ArrayList<>();
        for (int i = 0; i < terms.length; i++) {
            int j = Arrays.binarySearch(other.terms, terms[i]);
            if (j >= 0) {
                shared.add(new TermWeight(terms[i], Math.min(weights[i], other.weights[j])));
            }
        }
        return shared.stream()
                .sorted(BY_WEIGHT)
                .limit(most)
                .map(TermWeight::getTerm)
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WeightedTerms that
                && Arrays.equals(terms, that.terms)
                && Arrays.equals(weights, that.weights);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(terms) + Arrays.hashCode(weights);
    }
}
