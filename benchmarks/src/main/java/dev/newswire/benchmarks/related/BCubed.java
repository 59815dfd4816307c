package dev.newswire.benchmarks.related;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** BCubed F1 of a clustering (Bagga and Baldwin, "Entity-based cross-document coreferencing", 1998). */
final class BCubed {
    private BCubed() {}

    /**
     * @param found cluster of each article
     * @param actual its right cluster, at the same place
     */
    static double f1(List<String> found, List<String> actual) {
        Map<String, Integer> inFound = sizes(found);
        Map<String, Integer> inActual = sizes(actual);
        List<String> both = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            both.add(found.get(i) + '\0' + actual.get(i));
        }
        Map<String, Integer> inBoth = sizes(both);
        double precision = 0;
        double recall = 0;
        for (int i = 0; i < found.size(); i++) {
            double together = size(inBoth, both.get(i));
            precision += together / size(inFound, found.get(i));
            recall += together / size(inActual, actual.get(i));
        }
        return found.isEmpty() ? 0 : 2 * precision * recall / ((precision + recall) * found.size());
    }

    private static int size(Map<String, Integer> sizes, String cluster) {
        return sizes.getOrDefault(cluster, 0);
    }

    private static Map<String, Integer> sizes(List<String> clusters) {
        Map<String, Integer> sizes = new HashMap<>();
        clusters.forEach(cluster -> sizes.merge(cluster, 1, Integer::sum));
        return sizes;
    }
}
