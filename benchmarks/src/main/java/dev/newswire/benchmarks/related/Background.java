package dev.newswire.benchmarks.related;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Articles that fill a window: those given and, where more are wanted, mixtures of their sentences, so that words are as
 * frequent as in the articles. None has a known story.
 */
final class Background {
    private static final int MOST_SENTENCES = 14;

    private final List<String> titles = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();
    private final Random random;

    private Background(List<LabelledArticle> articles, long seed) {
        this.random = new Random(seed);
        for (LabelledArticle article : articles) {
            titles.add(article.title());
            for (String sentence : article.text().split("(?<=[.!?])\\s+")) {
                if (!sentence.isBlank()) {
                    sentences.add(sentence);
                }
            }
        }
    }

    /**
     * So many articles, one after the other from a time on.
     *
     * @param articles to take and to mix; the times and stories that they have are ignored
     */
    static List<LabelledArticle> of(List<LabelledArticle> articles, int size, Instant from, Instant to, long seed) {
        Background background = new Background(articles, seed);
        List<LabelledArticle> all = new ArrayList<>(size);
        long step = Math.max(1, (to.toEpochMilli() - from.toEpochMilli()) / Math.max(1, size));
        for (int i = 0; i < size; i++) {
            String id = "background " + i;
            Instant at = from.plusMillis(step * i);
            if (i < articles.size()) {
                LabelledArticle article = articles.get(i);
                all.add(new LabelledArticle(id, at, article.title(), article.text(), 0, ""));
            } else {
                all.add(new LabelledArticle(id, at, background.title(), background.text(), 0, ""));
            }
        }
        return all;
    }

    private String title() {
        return titles.get(random.nextInt(titles.size()));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int size = sentences.isEmpty() ? 0 : 4 + random.nextInt(MOST_SENTENCES);
        for (int i = 0; i < size; i++) {
            text.append(sentences.get(random.nextInt(sentences.size()))).append(' ');
        }
        return text.toString();
    }
}
