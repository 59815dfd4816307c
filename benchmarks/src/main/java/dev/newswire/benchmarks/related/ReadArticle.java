package dev.newswire.benchmarks.related;

import dev.newswire.enrich.EntityRecogniser;
import dev.newswire.enrich.related.Analyser;
import dev.newswire.enrich.related.Signature;
import java.util.List;

/**
 * A labelled article as enrich reads it.
 *
 * @param keys under which it meets others
 */
record ReadArticle(LabelledArticle article, Signature signature, List<String> keys) {
    /** Reads each with its entities; all are taken to be in English. */
    static List<ReadArticle> all(List<LabelledArticle> articles, Analyser analyser, EntityRecogniser recogniser) {
        return articles.stream()
                .map(article -> of(article, analyser, recogniser))
                .toList();
    }

    private static ReadArticle of(LabelledArticle article, Analyser analyser, EntityRecogniser recogniser) {
        Signature signature = analyser.analyse(
                article.title(),
                article.text(),
                "en",
                recogniser.recognise(article.title(), article.text(), "en").entities());
        return new ReadArticle(article, signature, analyser.keys(signature));
    }

    /** Whether both are known to report one event. */
    boolean isOfStoryOf(ReadArticle other) {
        return !article.story().isEmpty() && article.story().equals(other.article.story());
    }
}
