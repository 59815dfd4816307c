package dev.newswire.benchmarks.related;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Makes copies of articles as they appear elsewhere: by insertion, deletion, another headline, the line of an agency. */
final class CopyMaker {
    private static final List<String> AGENCIES = List.of(
            "LONDON (Reuters) - ", "(AP) - ", "PARIS, (AFP) - ", "By our correspondent. ", "WASHINGTON (Agency) -- ");
    private static final List<String> INSERTIONS = List.of(
            "This is a developing story.",
            "The company did not immediately respond to a request for comment.",
            "More details are expected later today.",
            "Read more on our website.",
            "Officials declined to give further details.",
            "Analysts said that the move had been widely expected.");
    private static final int MOST_INSERTIONS = 3;
    private static final double LARGEST_DELETION = 0.2;

    private final Random random;

    CopyMaker(long seed) {
        this.random = new Random(seed);
    }

    /** A copy that comes at this time. Each of the four changes is made at even odds, and at least one. */
    LabelledArticle copy(LabelledArticle article, String id, Instant at) {
        List<String> sentences = new ArrayList<>(Arrays.asList(article.text().split("(?<=[.!?])\\s+")));
        String title = article.title();
        String prefix = "";
        int changes = 1 + random.nextInt(15);
        if ((changes & 1) != 0) {
            insert(sentences);
        }
        if ((changes & 2) != 0) {
            delete(sentences);
        }
        if ((changes & 4) != 0) {
            title = headline(sentences);
        }
        if ((changes & 8) != 0) {
            prefix = AGENCIES.get(random.nextInt(AGENCIES.size()));
        }
        String text = prefix + String.join(" ", sentences);
        return new LabelledArticle(id, at, title, text, article.topic(), article.story());
    }

    private void insert(List<String> sentences) {
        int insertions = 1 + random.nextInt(MOST_INSERTIONS);
        for (int i = 0; i < insertions; i++) {
            sentences.add(random.nextInt(sentences.size() + 1), INSERTIONS.get(random.nextInt(INSERTIONS.size())));
        }
    }

    /** Takes sentences away, mostly from the end as editors do, but never the only one. */
    private void delete(List<String> sentences) {
        int most = Math.max(1, (int) (sentences.size() * LARGEST_DELETION));
        int deletions = 1 + random.nextInt(most);
        for (int i = 0; i < deletions && sentences.size() > 1; i++) {
            int place = random.nextBoolean() ? sentences.size() - 1 : random.nextInt(sentences.size());
            sentences.remove(place);
        }
    }

    /** The beginning of some sentence of the text. */
    private String headline(List<String> sentences) {
        String[] words = sentences.get(random.nextInt(sentences.size())).split("\\s+");
        UnaryOperator<String> plain = word -> word.replaceAll("[.,;:!?]$", "");
        return String.join(" ", Arrays.stream(words).limit(9).map(plain).toList());
    }
}
