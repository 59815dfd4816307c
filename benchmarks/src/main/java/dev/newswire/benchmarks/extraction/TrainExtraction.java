package dev.newswire.benchmarks.extraction;

import dev.newswire.benchmarks.data.Unpacked;
import dev.newswire.ingest.page.PageText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newswire bench train-extraction PATH TABLE}: makes the table by which blocks of text are judged. */
@Command(
        name = "train-extraction",
        description = "Trains the table by which the blocks of text on a page are judged.",
        mixinStandardHelpOptions = true)
public final class TrainExtraction implements Callable<Integer> {

    /** Which pages to train on. */
    enum Part {
        ALL,
        FIRST,
        SECOND
    }

    /** A page's weight: its text counts 1, everything else together at most this. */
    private static final double MOST_NOISE = 1.5;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PATH", description = "Pages with ground truth, as for extraction.")
    private @Nullable Path path;

    @Parameters(index = "1", paramLabel = "TABLE", description = "File to write.")
    private @Nullable Path table;

    @Option(names = "--half", description = "Pages: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private Part part = Part.ALL;

    @Option(names = "--trees", description = "Number of trees (default ${DEFAULT-VALUE}).")
    private int trees = 120;

    @Option(names = "--depth", description = "Questions from root to leaf (default ${DEFAULT-VALUE}).")
    private int depth = 5;

    @Option(names = "--rate", description = "Share of each tree that counts (default ${DEFAULT-VALUE}).")
    private double rate = 0.1;

    @Option(names = "--smoothing", description = "Weight of nothing in each leaf (default ${DEFAULT-VALUE}).")
    private double smoothing = 0.5;

    @Option(
            names = "--threshold",
            description = "Least probability of a block that is taken (default ${DEFAULT-VALUE}).")
    private double threshold = 0.45;

    private final List<float[]> features = new ArrayList<>();
    private final List<Double> labels = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        try (Unpacked data = Unpacked.open(Objects.requireNonNull(path))) {
            for (GoldPage page : GoldPage.in(data)) {
                if (part == Part.ALL || page.isInFirstHalf() == (part == Part.FIRST)) {
                    add(page);
                }
            }
        }
        Boosting boosting =
                new Boosting(features.toArray(float[][]::new), array(labels), array(weights), depth, rate, smoothing);
        List<String> lines = new ArrayList<>(List.of(depth + "\t" + threshold));
        lines.addAll(boosting.grow(trees));
        Files.write(Objects.requireNonNull(table), lines);
        Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .println(features.size() + " blocks, " + trees + " trees written to " + table);
        return CommandLine.ExitCode.OK;
    }

    private void add(GoldPage page) throws IOException {
        String base = page.url() == null ? "" : page.url();
        PageText text = PageText.of(Jsoup.parse(new ByteArrayInputStream(page.html()), null, base), page.title());
        List<String> gold = WordOverlap.words(page.text() == null ? "" : page.text());
        List<List<String>> blocks =
                text.blocks().stream().map(WordOverlap::words).toList();
        double[] labelled = BlockLabels.of(blocks, gold);
        double noise = 0;
        for (int i = 0; i < labelled.length; i++) {
            noise += (1 - labelled[i]) * blocks.get(i).size();
        }
        double whole = Math.max(1, gold.size());
        double damping = Math.min(1, MOST_NOISE * whole / Math.max(1, noise));
        float[][] numbers = text.features();
        for (int i = 0; i < labelled.length; i++) {
            features.add(numbers[i]);
            labels.add(labelled[i]);
            double share = labelled[i] + (1 - labelled[i]) * damping;
            weights.add(share * blocks.get(i).size() / whole);
        }
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
