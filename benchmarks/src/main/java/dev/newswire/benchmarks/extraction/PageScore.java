package dev.newswire.benchmarks.extraction;

import java.util.Comparator;
import java.util.List;

/**
 * How one page fared.
 *
 * @param overlap of the words
 */
record PageScore(GoldPage gold, Extracted found, WordOverlap overlap) {

    /** Lowest F1 first. */
    static final Comparator<PageScore> WORST_FIRST = Comparator.comparingDouble(
                    (PageScore score) -> score.overlap().f1())
            .thenComparing(score -> score.gold().id());

    private static final double CLOSE = 0.9;

    static PageScore of(GoldPage gold, Extracted found) {
        String text = gold.text() == null ? "" : gold.text();
        return new PageScore(gold, found, WordOverlap.of(found.text(), text));
    }

    boolean hasTitle() {
        return gold.title() != null && Facts.sameTitle(found.title(), gold.title());
    }

    boolean hasAuthors() {
        return gold.author() != null && Facts.sameAuthors(found.authors(), gold.author());
    }

    boolean hasDay() {
        return gold.date() != null && Facts.sameDay(found.day(), gold.date());
    }

    /** What is wrong with the text, in a few words. */
    String diagnosis() {
        if (found.refusal() != null) {
            return "refused: " + found.refusal();
        }
        int words = WordOverlap.words(found.text()).size();
        List<String> wanted = WordOverlap.words(gold.text() == null ? "" : gold.text());
        String sizes = words + " words found, " + wanted.size() + " wanted";
        if (overlap.precision() >= CLOSE) {
            return overlap.recall() >= CLOSE ? "close: " + sizes : "text is missing: " + sizes;
        }
        return overlap.recall() >= CLOSE ? "too much text: " + sizes : "other text: " + sizes;
    }
}
