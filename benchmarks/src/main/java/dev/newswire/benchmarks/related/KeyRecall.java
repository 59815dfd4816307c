package dev.newswire.benchmarks.related;

import dev.newswire.schema.internal.TermWeight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many of the pairs of one story meet under a key at all. */
final class KeyRecall {
    private KeyRecall() {}

    /**
     * Share of the pairs of one story that meet.
     *
     * @param articles in the order in which they come
     * @param keys most keys of each article that count, from the first
     * @param postingsPerKey the newest that an article meets under each key
     */
    static double of(List<ReadArticle> articles, int keys, int postingsPerKey) {
        Map<String, List<ReadArticle>> rings = new HashMap<>();
        long met = 0;
        for (ReadArticle article : articles) {
            Set<String> others = new HashSet<>();
            for (String key : article.keys().stream().limit(keys).toList()) {
                List<ReadArticle> ring = rings.computeIfAbsent(key, none -> new ArrayList<>());
                int first = Math.max(0, ring.size() - postingsPerKey);
                ring.subList(first, ring.size()).stream()
                        .filter(article::isOfStoryOf)
                        .forEach(other -> others.add(other.article().id()));
                ring.add(article);
            }
            met += others.size();
        }
        long pairs = PairCounts.within(articles.stream()
                .map(read -> read.article().story())
                .filter(story -> !story.isEmpty())
                .toList());
        return pairs == 0 ? 0 : (double) met / pairs;
    }

    /** The articles with their heaviest words as keys instead, the heaviest first. */
    static List<ReadArticle> byHeaviestWords(List<ReadArticle> articles) {
        return articles.stream()
                .map(read -> new ReadArticle(read.article(), read.signature(), heaviestWords(read)))
                .toList();
    }

    private static List<String> heaviestWords(ReadArticle read) {
        return read.signature().toAvro().getTerms().stream()
                .sorted(Comparator.comparingInt(TermWeight::getWeight)
                        .reversed()
                        .thenComparing(TermWeight::getTerm))
                .map(TermWeight::getTerm)
                .toList();
    }
}
