package dev.newswire.publish.search;

import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.Entity;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the index keeps of an article.
 *
 * @param sortAt when it was published, else received
 * @param embargoUntil not found before; null for at once
 * @param weights how much each of its words says about it
 */
record Indexed(String articleId, Instant sortAt, @Nullable Instant embargoUntil, Map<String, Integer> weights) {
    static final Comparator<Indexed> OLDEST_FIRST =
            Comparator.comparing(Indexed::sortAt).thenComparing(Indexed::articleId);

    private static final int IN_TITLE = 4;
    private static final int IN_NAME = 3;
    private static final int IN_SOURCE = 1;
    /** Most words of one article. */
    private static final int MOST_WORDS = 200;

    static Indexed of(EnrichedArticle article) {
        Map<String, Integer> weights = new HashMap<>();
        add(article.getTitle(), IN_TITLE, weights);
        for (Entity entity : article.getEntities()) {
            add(entity.getName(), IN_NAME, weights);
        }
        article.getAuthors().forEach(author -> add(author, IN_SOURCE, weights));
        add(article.getSource(), IN_SOURCE, weights);
        Instant published = article.getPublishedAt();
        return new Indexed(
                article.getArticleId(),
                published == null ? article.getFirstReceivedAt() : published,
                article.getEmbargoUntil(),
                Map.copyOf(weights));
    }

    private static void add(String text, int weight, Map<String, Integer> weights) {
        for (String word : SearchWords.of(text)) {
            if (weights.size() < MOST_WORDS || weights.containsKey(word)) {
                weights.merge(word, weight, Math::max);
            }
        }
    }

    boolean isOut(Instant now) {
        return embargoUntil == null || !embargoUntil.isAfter(now);
    }
}
