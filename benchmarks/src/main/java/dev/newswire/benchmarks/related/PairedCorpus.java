package dev.newswire.benchmarks.related;

import dev.newswire.enrich.EntityRecogniser;
import dev.newswire.enrich.related.Analyser;
import dev.newswire.enrich.related.PairFeatures;
import dev.newswire.enrich.related.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Labelled articles, read as enrich reads them, and every pair of them. */
final class PairedCorpus {
    private final List<LabelledArticle> articles;
    private final List<Signature> signatures;

    private PairedCorpus(List<LabelledArticle> articles, List<Signature> signatures) {
        this.articles = articles;
        this.signatures = signatures;
    }

    static PairedCorpus of(List<LabelledArticle> articles, Analyser analyser, EntityRecogniser recogniser) {
        List<Signature> signatures = articles.stream()
                .map(article -> analyser.analyse(
                        article.title(),
                        article.text(),
                        "en",
                        recogniser
                                .recognise(article.title(), article.text(), "en")
                                .entities()))
                .toList();
        return new PairedCorpus(articles, signatures);
    }

    /** Every pair with whether it reports one event. */
    List<LogisticFit.Example> examples() {
        List<LogisticFit.Example> examples = new ArrayList<>();
        for (int i = 0; i < articles.size(); i++) {
            for (int j = 0; j < i; j++) {
                examples.add(new LogisticFit.Example(features(i, j).values(), sameStory(i, j)));
            }
        }
        return examples;
    }

    /** Pairs that score at least the threshold, against those of one story. */
    PairCounts count(ToDoubleFunction<PairFeatures> scorer, double threshold) {
        long right = 0;
        long said = 0;
        long actual = 0;
        for (int i = 0; i < articles.size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean together = sameStory(i, j);
                boolean linked = scorer.applyAsDouble(features(i, j)) >= threshold;
                actual += together ? 1 : 0;
                said += linked ? 1 : 0;
                right += together && linked ? 1 : 0;
            }
        }
        return new PairCounts(right, said, actual);
    }

    /** BCubed F1 of the stories: each article joins that of the earlier article with the best score, if that suffices. */
    double storyF1(ToDoubleFunction<PairFeatures> scorer, double threshold) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < articles.size(); i++) {
            String story = articles.get(i).id();
            double best = threshold;
            for (int j = 0; j < i; j++) {
                double score = scorer.applyAsDouble(features(i, j));
                if (score >= best) {
                    best = score;
                    story = found.get(j);
                }
            }
            found.add(story);
        }
        return BCubed.f1(found, articles.stream().map(LabelledArticle::story).toList());
    }

    private PairFeatures features(int i, int j) {
        return PairFeatures.of(signatures.get(i), signatures.get(j));
    }

    private boolean sameStory(int i, int j) {
        return articles.get(i).story().equals(articles.get(j).story());
    }
}
