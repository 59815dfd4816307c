package dev.newswire.benchmarks.entity;

import dev.newswire.benchmarks.entity.GoldArticle.GoldMention;
import dev.newswire.benchmarks.entity.GoldenScore.Answer;
import java.util.HashMap;
import java.util.Map;

/**
 * BCubed of chains (Bagga and Baldwin, "Algorithms for scoring coreference chains", 1998): for each name, how much of the
 * chain that it was found in is right, and how much of its right chain was found. A name found or missed wrongly counts 0.
 */
final class ChainScore {
    private double precision;
    private double recall;
    private int found;
    private int expected;

    void add(Map<Long, GoldMention> gold, Map<Long, Answer> answers) {
        Map<String, Integer> foundSizes = new HashMap<>();
        Map<String, Integer> rightSizes = new HashMap<>();
        Map<String, Integer> common = new HashMap<>();
        answers.values().forEach(answer -> foundSizes.merge(answer.entity(), 1, Integer::sum));
        gold.forEach((place, mention) -> {
            rightSizes.merge(mention.chain(), 1, Integer::sum);
            Answer answer = answers.get(place);
            if (answer != null) {
                common.merge(mention.chain() + '\t' + answer.entity(), 1, Integer::sum);
            }
        });
        common.forEach((pair, count) -> {
            String[] both = pair.split("\t");
            recall += (double) count * count / rightSizes.getOrDefault(both[0], 1);
            precision += (double) count * count / foundSizes.getOrDefault(both[1], 1);
        });
        found += answers.size();
        expected += gold.size();
    }

    /** From 0 to 1. */
    double f1() {
        double both = found == 0 || expected == 0 ? 0 : precision / found + recall / expected;
        return both == 0 ? 0 : 2 * (precision / found) * (recall / expected) / both;
    }
}
