package dev.newswire.benchmarks.related;

import dev.newswire.benchmarks.DataException;
import dev.newswire.enrich.EntityRecogniser;
import dev.newswire.enrich.TableRecogniser;
import dev.newswire.enrich.related.Analyser;
import dev.newswire.enrich.related.DocumentFrequencies;
import dev.newswire.enrich.related.PairFeatures;
import dev.newswire.platform.serde.TrustedRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Fits the weights by which enrich tells whether two articles report one event, on the topics 1 to 25 of ECB+, and
 * measures them on the topics from 26 on. Deterministic.
 */
@Command(
        name = "train-linker",
        mixinStandardHelpOptions = true,
        description = "Fits the weights of links between articles on ECB+ topics 1-25 and measures them on the others.")
@SuppressWarnings("NullAway.Init") // by picocli
public final class TrainLinker implements Callable<Integer> {
    private static final int LAST_TRAINING_TOPIC = 25;
    private static final double PENALTY = 1;
    /** What is said to be one event is more likely than not. */
    private static final double STORY_THRESHOLD = 0.5;
    /**
     * Events of a corpus are reported again and again; of two articles that meet in a week of news about a third as many
     * report one event. This is the logarithm of the odds lost.
     */
    private static final double PRIOR_SHIFT = Math.log(3);

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ARTICLES", description = "Labelled articles: JSON lines, plain or gzipped.")
    private Path labelled;

    @Parameters(index = "1", paramLabel = "OUT", description = "File of weights to write.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(labelled)) {
            throw new DataException("There is no " + labelled + ": give labelled articles.");
        }
        TrustedRecords.trust();
        List<LabelledArticle> articles = LabelledArticle.read(labelled);
        Analyser analyser = new Analyser(DocumentFrequencies.shipped());
        EntityRecogniser recogniser = new TableRecogniser();
        PairedCorpus training = PairedCorpus.of(
                articles.stream()
                        .filter(article -> article.topic() <= LAST_TRAINING_TOPIC)
                        .toList(),
                analyser,
                recogniser);
        PairedCorpus heldOut = PairedCorpus.of(
                articles.stream()
                        .filter(article -> article.topic() > LAST_TRAINING_TOPIC)
                        .toList(),
                analyser,
                recogniser);
        LogisticFit fit = LogisticFit.of(training.examples(), PENALTY);
        String measured = measure(heldOut, features -> shifted(fit.probability(features.values())));
        String unshifted = measure(heldOut, features -> fit.probability(features.values()));
        Files.writeString(out, table(fit, measured));
        spec.commandLine().getOut().println("As shipped: " + measured);
        spec.commandLine().getOut().println("At the corpus's own odds: " + unshifted);
        return CommandLine.ExitCode.OK;
    }

    private static double shifted(double probability) {
        return probability / (probability + (1 - probability) * Math.exp(PRIOR_SHIFT));
    }

    private static String measure(PairedCorpus corpus, ToDoubleFunction<PairFeatures> scorer) {
        PairCounts counts = corpus.count(scorer, STORY_THRESHOLD);
        return String.format(
                Locale.ROOT,
                "pair precision %.3f, recall %.3f, F1 %.3f; stories BCubed F1 %.3f",
                counts.precision(),
                counts.recall(),
                counts.f1(),
                corpus.storyF1(scorer, STORY_THRESHOLD));
    }

    private static String table(LogisticFit fit, String measured) {
        StringBuilder table = new StringBuilder();
        table.append("# Made by the linker's training tool on ECB+ (CC BY 3.0), topics 1 to 25.\n");
        table.append("# Topics from 26 on: ").append(measured).append(".\n");
        line(table, "story.bias", fit.bias() - PRIOR_SHIFT);
        for (int i = 0; i < PairFeatures.NAMES.size(); i++) {
            line(table, "story." + PairFeatures.NAMES.get(i), fit.weight(i));
        }
        line(table, "story.threshold", STORY_THRESHOLD);
        table.append("# Set by hand: no corpus tells what is related. ECB+ has no times either.\n");
        line(table, "story.decay-per-day", 0.05);
        line(table, "related.bias", -5);
        line(table, "related.cosine-root", 10);
        line(table, "related.subject", 5);
        line(table, "related.threshold", 0.5);
        line(table, "duplicate.threshold", 0.4);
        return table.toString();
    }

    private static void line(StringBuilder table, String name, double value) {
        table.append(String.format(Locale.ROOT, "%s\t%.4f\n", name, value));
    }
}
