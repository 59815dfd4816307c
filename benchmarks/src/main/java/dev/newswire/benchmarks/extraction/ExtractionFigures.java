package dev.newswire.benchmarks.extraction;

import dev.newswire.benchmarks.Figures;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** The figures over a set of pages: each is the mean over those pages whose gold gives the field. */
final class ExtractionFigures {

    private ExtractionFigures() {}

    /** Of all pages, with the F1 of two halves so that rules tuned on one can be confirmed on the other. */
    static Figures of(List<PageScore> scores, Pace pace) {
        List<PageScore> withText = having(scores, score -> score.gold().text() != null);
        Figures figures = new Figures()
                .put("precision", mean(withText, score -> score.overlap().precision()))
                .put("recall", mean(withText, score -> score.overlap().recall()))
                .put("f1", mean(withText, score -> score.overlap().f1()));
        facts(figures, scores);
        return figures.put("per_second", pace.byCpu())
                .put("per_second_wall", pace.byWall())
                .put("cases", withText.size())
                .put(
                        "refused",
                        having(scores, score -> score.found().refusal() != null).size())
                .put("first_half", half(scores, true))
                .put("second_half", half(scores, false));
    }

    private static Figures half(List<PageScore> scores, boolean first) {
        List<PageScore> half = having(scores, score -> score.gold().isInFirstHalf() == first);
        List<PageScore> withText = having(half, score -> score.gold().text() != null);
        Figures figures =
                new Figures().put("f1", mean(withText, score -> score.overlap().f1()));
        facts(figures, half);
        return figures.put("cases", withText.size());
    }

    private static void facts(Figures figures, List<PageScore> scores) {
        figures.put("title_accuracy", share(having(scores, s -> s.gold().title() != null), PageScore::hasTitle))
                .put("author_accuracy", share(having(scores, s -> s.gold().author() != null), PageScore::hasAuthors))
                .put("date_accuracy", share(having(scores, s -> s.gold().date() != null), PageScore::hasDay));
    }

    private static List<PageScore> having(List<PageScore> scores, Predicate<PageScore> condition) {
        return scores.stream().filter(condition).toList();
    }

    private static double share(List<PageScore> scores, Predicate<PageScore> right) {
        return mean(scores, score -> right.test(score) ? 1 : 0);
    }

    private static double mean(List<PageScore> scores, ToDoubleFunction<PageScore> figure) {
        return scores.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }
}
