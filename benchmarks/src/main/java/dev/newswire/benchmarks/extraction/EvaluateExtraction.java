package dev.newswire.benchmarks.extraction;

import dev.newswire.benchmarks.data.Unpacked;
import dev.newswire.ingest.page.BlockModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newswire bench extraction PATH}: what is taken from pages against what readers say is on them. */
@Command(
        name = "extraction",
        description = "Measures the text, title, authors and date taken from pages of HTML.",
        mixinStandardHelpOptions = true)
public final class EvaluateExtraction implements Callable<Integer> {

    /** What reads the pages. */
    enum Baseline {
        NEWSWIRE,
        READABILITY4J
    }

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(paramLabel = "PATH", description = "Folder or .tar.xz with html/<id>.html and ground-truth/<id>.json.")
    private @Nullable Path path;

    @Option(names = "--json", description = "Print the figures as one JSON object, as the last line.")
    private boolean json;

    @Option(names = "--worst", paramLabel = "N", description = "List the N pages with the lowest F1, and why.")
    private int worst;

    @Option(names = "--dump", paramLabel = "DIR", description = "Write what was found and what is wanted, a file each.")
    private @Nullable Path dump;

    @Option(
            names = "--baseline",
            paramLabel = "NAME",
            description = "Measure another extractor: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private Baseline baseline = Baseline.NEWSWIRE;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description =
                    "Timed rounds over all pages, the first ones to warm up; the fastest counts (default ${DEFAULT-VALUE}; 0: no pace).")
    private int rounds = 20;

    @Option(
            names = "--folds",
            paramLabel = "N",
            description =
                    "Measure our own held out: cut the pages into N parts, read each by trees trained on all others.")
    private int folds;

    @Mixin
    private BlockTraining training = new BlockTraining();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (Unpacked data = Unpacked.open(Objects.requireNonNull(path))) {
            List<GoldPage> pages = GoldPage.in(data);
            Extractor extractor = extractor();
            List<PageScore> scores = folds > 0 ? heldOut(pages) : scores(pages, extractor);
            listWorst(scores, out);
            dump(scores);
            ExtractionFigures.of(scores, Pace.of(extractor, pages, rounds)).print(out, json);
        }
        return CommandLine.ExitCode.OK;
    }

    private static List<PageScore> scores(List<GoldPage> pages, Extractor extractor) {
        return pages.stream()
                .map(page -> PageScore.of(page, extractor.extract(page.html(), page.url())))
                .toList();
    }

    private List<PageScore> heldOut(List<GoldPage> pages) {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        if (folds < 2 || folds > pages.size()) {
            String most = pages.size() < 2 ? "two pages at least" : "2 to " + pages.size() + " parts here";
            throw new CommandLine.ParameterException(line, "--folds takes " + most + ".");
        }
        return new CrossValidation(pages, folds).run(training, line.getErr());
    }

    private Extractor extractor() {
        return switch (baseline) {
            case NEWSWIRE -> new NewswireExtractor(BlockModel.shipped());
            case READABILITY4J -> new ReadabilityExtractor();
        };
    }

    private void listWorst(List<PageScore> scores, PrintWriter out) {
        scores.stream()
                .filter(score -> score.gold().text() != null)
                .sorted(PageScore.WORST_FIRST)
                .limit(worst)
                .forEach(score -> out.println(String.format(
                        Locale.ROOT,
                        "%s  %.3f  %s",
                        score.gold().id(),
                        score.overlap().f1(),
                        score.diagnosis())));
    }

    private void dump(List<PageScore> scores) throws IOException {
        if (dump == null) {
            return;
        }
        Files.createDirectories(dump);
        for (PageScore score : scores) {
            Files.writeString(dump.resolve(score.gold().id() + ".found.txt"), PageDump.found(score));
            Files.writeString(dump.resolve(score.gold().id() + ".wanted.txt"), PageDump.wanted(score));
        }
    }
}
