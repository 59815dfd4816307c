package dev.newswire.benchmarks.related;

import java.util.List;

/** BCubed F1 of a clustering (Bagga and Baldwin, "Entity-based cross-document coreferencing", 1998). */
final class BCubed {
    private BCubed() {}

    /**
     * @param found cluster of each article
     * @param actual its right cluster, at the same place
     */
    static double f1(List<String> found, List<String> actual) {
        double precision = 0;
        double recall = 0;
        for (int i = 0; i < found.size(); i++) {
            int inFound = 0;
            int inActual = 0;
            int inBoth = 0;
            for (int j = 0; j < found.size(); j++) {
                boolean foundTogether = found.get(i).equals(found.get(j));
                boolean together = actual.get(i).equals(actual.get(j));
                inFound += foundTogether ? 1 : 0;
                inActual += together ? 1 : 0;
                inBoth += foundTogether && together ? 1 : 0;
            }
            precision += (double) inBoth / inFound;
            recall += (double) inBoth / inActual;
        }
        return 2 * precision * recall / ((precision + recall) * found.size());
    }
}
