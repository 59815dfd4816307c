package dev.newswire.benchmarks.related;

import dev.newswire.benchmarks.DataException;
import dev.newswire.benchmarks.Figures;
import dev.newswire.enrich.TableRecogniser;
import dev.newswire.enrich.related.Analyser;
import dev.newswire.enrich.related.DocumentFrequencies;
import dev.newswire.enrich.related.PairScorer;
import dev.newswire.platform.serde.TrustedRecords;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Scores links and stories on articles of which the story is known, as enrich makes them: with its classes, its shipped
 * weights and its limits.
 */
@Command(
        name = "related",
        mixinStandardHelpOptions = true,
        description = {
            "Scores links and stories on articles of which the story is known: JSON lines {id, ts?, title, text, story,",
            "topic?}, plain or as .gz. A pair counts as found where it is linked as a duplicate or as the same story, as",
            "the service ships."
        })
@SuppressWarnings("NullAway.Init") // by picocli
public final class EvaluateRelated implements Callable<Integer> {
    private static final int MOST_KEYS = 16;
    private static final double NANOS = 1e9;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(paramLabel = "PATH", description = "Labelled articles.")
    private Path path;

    @Option(names = "--topics", paramLabel = "A-B", description = "Only articles of these topics, as 26-35.")
    private @Nullable String topics;

    @Option(
            names = "--background",
            paramLabel = "PATH",
            description = "More articles in the same form, whose stories do not count: they fill the window.")
    private List<Path> backgrounds = new ArrayList<>();

    @Option(
            names = "--window",
            defaultValue = "0",
            paramLabel = "N",
            description = {
                "Articles in the window, those measured included. Where the background is smaller, mixtures of its",
                "sentences are added. By default there are only the articles of PATH."
            })
    private int window;

    @Option(
            names = "--documents",
            defaultValue = "6000",
            paramLabel = "N",
            description = {
                "Also find generated near-duplicates, in so many documents, a third of them copies; 0 for none. Headlines",
                "alone leave nothing to copy (${DEFAULT-VALUE})."
            })
    private int documents;

    @Option(names = "--seed", defaultValue = "1", description = "Of copies and mixtures (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--links",
            paramLabel = "FILE",
            description = "Write the links as JSON lines; - for the standard output.")
    private @Nullable Path links;

    @Option(
            names = "--through-topology",
            description = {
                "Also send the articles through the whole topology of enrich, without a broker. Its links and stories",
                "must score like those in memory."
            })
    private boolean throughTopology;

    @Option(names = "--json", description = "Print one JSON object, on the last line.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        TrustedRecords.trust();
        List<LabelledArticle> labelled = TopicRange.of(topics).of(LabelledArticle.read(path));
        List<LabelledArticle> stream = inWindow(labelled);
        Analyser analyser = new Analyser(DocumentFrequencies.shipped());
        TableRecogniser recogniser = new TableRecogniser();
        PairScorer scorer = PairScorer.shipped();
        long start = cpuNanos();
        List<ReadArticle> articles = ReadArticle.all(stream, analyser, recogniser);
        FoundLinks found = FoundLinks.inMemory(articles, scorer);
        double seconds = (cpuNanos() - start) / NANOS;
        PrintWriter out = spec.commandLine().getOut();
        if (links != null) {
            LinkLines.write(found, links, out);
        }
        LinkScore score = found.score(labelled);
        Figures figures = new Figures()
                .put("articles", labelled.size())
                .put("window", stream.size())
                .put("pair_precision", score.pairs().precision())
                .put("pair_recall", score.pairs().recall())
                .put("pair_f1", score.pairs().f1())
                .put("bcubed_f1", score.bcubed());
        if (throughTopology) {
            LinkScore through = TopologyLinks.of(stream).score(labelled);
            figures.put("topology_pair_f1", through.pairs().f1()).put("topology_bcubed_f1", through.bcubed());
        }
        candidates(articles, figures);
        if (documents > 0) {
            NearDuplicates.measure(copied(labelled), analyser, recogniser, scorer, seed, documents)
                    .ifPresent(duplicates -> duplicates.put(figures));
        }
        figures.put("per_second", stream.size() / seconds).print(out, json);
        return CommandLine.ExitCode.OK;
    }

    private static void candidates(List<ReadArticle> articles, Figures figures) {
        int all = Integer.MAX_VALUE;
        int ring = FoundLinks.POSTINGS_PER_KEY;
        figures.put("candidate_recall", KeyRecall.of(articles, all, ring))
                .put("candidate_recall_without_cap", KeyRecall.of(articles, all, all))
                .put(
                        "keys_per_article",
                        articles.stream()
                                .mapToInt(article -> article.keys().size())
                                .average()
                                .orElse(0));
        List<ReadArticle> byWords = KeyRecall.byHeaviestWords(articles);
        Figures byNumber = new Figures();
        for (int keys = 1; keys <= MOST_KEYS; keys++) {
            byNumber.put(String.valueOf(keys), KeyRecall.of(byWords, keys, ring));
        }
        figures.put("candidate_recall_by_words", byNumber);
    }

    private List<LabelledArticle> inWindow(List<LabelledArticle> labelled) throws IOException {
        List<LabelledArticle> stream = new ArrayList<>(labelled);
        int more = Math.max(0, window - labelled.size());
        if (more > 0) {
            Comparator<LabelledArticle> byTime = Comparator.comparing(LabelledArticle::at);
            Instant first = labelled.stream().min(byTime).orElseThrow().at();
            Instant last = labelled.stream().max(byTime).orElseThrow().at();
            stream.addAll(Background.of(background(), more, first, last, seed));
        }
        stream.sort(Comparator.comparing(LabelledArticle::at).thenComparing(LabelledArticle::id));
        return stream;
    }

    private List<LabelledArticle> background() throws IOException {
        List<LabelledArticle> background = new ArrayList<>();
        for (Path file : backgrounds) {
            background.addAll(LabelledArticle.read(file));
        }
        if (background.isEmpty()) {
            throw new DataException("A window of " + window + " articles needs more than " + path
                    + " holds: give --background with articles to fill it.");
        }
        return background;
    }

    /** What near-duplicates are made of. */
    private List<LabelledArticle> copied(List<LabelledArticle> labelled) throws IOException {
        List<LabelledArticle> all = new ArrayList<>(labelled);
        if (!backgrounds.isEmpty()) {
            all.addAll(background());
        }
        return all;
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
