package dev.newswire.benchmarks.entity;

import dev.newswire.benchmarks.entity.GoldArticle.GoldMention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * A name as annotators marked it, and the names that they marked within: those are alternatives to it, as in
 * `[[Istanbul], Turkey]`. It asks for one answer: the whole, or else all that is within (Bast, Hertel and Prange, "A Fair
 * and In-Depth Evaluation of Existing End-to-End Entity Linking Systems", 2023).
 */
record Alternatives(GoldMention whole, List<Alternatives> within) {
    /** The outermost names of an article, in their order. */
    static List<Alternatives> of(GoldArticle article) {
        List<GoldMention> mentions = new ArrayList<>(article.mentions());
        mentions.sort(Comparator.comparingInt(GoldMention::start)
                .thenComparing(Comparator.comparingInt(GoldMention::end).reversed()));
        List<Alternatives> outermost = new ArrayList<>();
        for (GoldMention mention : mentions) {
            place(new Alternatives(mention, new ArrayList<>()), outermost);
        }
        return outermost;
    }

    /** Puts a name into the innermost of those before it that holds it. */
    private static void place(Alternatives one, List<Alternatives> siblings) {
        Alternatives last = siblings.isEmpty() ? null : siblings.get(siblings.size() - 1);
        if (last != null && last.whole().end() >= one.whole().end()) {
            place(one, last.within());
            return;
        }
        siblings.add(one);
    }

    /** Whether a name is asked for here at all: the whole, or some name within, is one that counts. */
    boolean counts(Predicate<GoldMention> counting) {
        return counting.test(whole) || within.stream().anyMatch(inner -> inner.counts(counting));
    }

    /** Whether the whole was found or, where names within count, all of those. */
    boolean isReached(Predicate<GoldMention> counting, Predicate<GoldMention> found) {
        if (found.test(whole)) {
            return true;
        }
        List<Alternatives> asked =
                within.stream().filter(inner -> inner.counts(counting)).toList();
        return !asked.isEmpty() && asked.stream().allMatch(inner -> inner.isReached(counting, found));
    }
}
