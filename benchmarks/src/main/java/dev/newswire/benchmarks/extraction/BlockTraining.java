package dev.newswire.benchmarks.extraction;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How the trees that judge blocks of text are grown; the shipped table is made with the defaults. */
final class BlockTraining {

    @Option(names = "--trees", description = "Number of trees (default ${DEFAULT-VALUE}).")
    private int trees = 100;

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

    /** The lines of the table that these pages give; the same pages give the same lines. */
    List<String> train(List<BlockCases> pages) {
        List<float[]> features = new ArrayList<>();
        pages.forEach(page -> features.addAll(page.features()));
        Boosting boosting = new Boosting(
                features.toArray(float[][]::new),
                pages.stream().flatMapToDouble(BlockCases::labels).toArray(),
                pages.stream().flatMapToDouble(BlockCases::weights).toArray(),
                depth,
                rate,
                smoothing);
        List<String> lines = new ArrayList<>(List.of(depth + "\t" + threshold));
        lines.addAll(boosting.grow(trees));
        return lines;
    }
}
