package dev.newswire.publish.search;

import dev.newswire.schema.EnrichedArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The titles and names of the newest articles, in memory: an inverted index of words. Every word of a query must stand in
 * what is found, whole or as its beginning. What has a word in the title comes before what merely names it, and newer
 * articles before older ones of the same weight. May be used by several threads.
 */
public final class SearchIndex {
    private static final int MOST_QUERY_WORDS = 8;
    private static final int MOST_CONTINUATIONS = 500;
    private static final int WHOLE = 2;
    private static final double HALF_AGE_HOURS = 48;

    private final int most;
    private final Map<String, Indexed> byId = new HashMap<>();
    private final TreeSet<Indexed> byAge = new TreeSet<>(Indexed.OLDEST_FIRST);
    private final NavigableMap<String, Set<Indexed>> byWord = new TreeMap<>();

    /** @param most articles that are kept: the newest */
    public SearchIndex(int most) {
        this.most = most;
    }

    /** Takes an article in, in place of an earlier revision. */
    public synchronized void put(EnrichedArticle article) {
        remove(article.getArticleId());
        Indexed indexed = Indexed.of(article);
        byId.put(indexed.articleId(), indexed);
        byAge.add(indexed);
        for (String word : indexed.weights().keySet()) {
            byWord.computeIfAbsent(word, any -> new HashSet<>()).add(indexed);
        }
        if (byId.size() > most) {
            remove(byAge.first().articleId());
        }
    }

    /** Forgets an article. */
    public synchronized void remove(String articleId) {
        Indexed gone = byId.remove(articleId);
        if (gone == null) {
            return;
        }
        byAge.remove(gone);
        for (String word : gone.weights().keySet()) {
            byWord.computeIfPresent(word, (any, articles) -> {
                articles.remove(gone);
                return articles.isEmpty() ? null : articles;
            });
        }
    }

    /** Number of articles. */
    public synchronized int size() {
        return byId.size();
    }

    /**
     * Finds articles.
     *
     * @param query words
     * @param limit most articles
     * @param now what is under embargo until later is not found
     * @return ids, the best first; none for a query without words
     */
    public synchronized List<String> find(String query, int limit, Instant now) {
        Map<Indexed, Integer> found = null;
        for (String word : SearchWords.of(query).stream()
                .distinct()
                .limit(MOST_QUERY_WORDS)
                .toList()) {
            Map<Indexed, Integer> having = having(word);
            if (found == null) {
                found = having;
            } else {
                found.keySet().retainAll(having.keySet());
                found.replaceAll((article, weight) -> weight + having.getOrDefault(article, 0));
            }
        }
        if (found == null) {
            return List.of();
        }
        Comparator<Map.Entry<Indexed, Integer>> best = Comparator.comparingDouble(entry -> -score(entry, now));
        return found.entrySet().stream()
                .filter(entry -> entry.getKey().isOut(now))
                .sorted(best.thenComparing(entry -> entry.getKey().articleId()))
                .limit(limit)
                .map(entry -> entry.getKey().articleId())
                .toList();
    }

    /** The articles that have a word, or one that begins with it, and how much it weighs there. */
    private Map<Indexed, Integer> having(String word) {
        Map<Indexed, Integer> having = new HashMap<>();
        byWord.subMap(word, true, word + Character.MAX_VALUE, false).entrySet().stream()
                .limit(MOST_CONTINUATIONS)
                .forEach(entry -> {
                    int factor = entry.getKey().equals(word) ? WHOLE : 1;
                    for (Indexed article : entry.getValue()) {
                        having.merge(article, factor * article.weights().getOrDefault(entry.getKey(), 0), Math::max);
                    }
                });
        return having;
    }

    /** The weight, halved with an age of two days and falling on: old news of equal weight is worth less. */
    private static double score(Map.Entry<Indexed, Integer> entry, Instant now) {
        double hours =
                Math.max(0, Duration.between(entry.getKey().sortAt(), now).toMinutes() / 60.0);
        return entry.getValue() * (1 + 1 / (1 + hours / HALF_AGE_HOURS));
    }
}
