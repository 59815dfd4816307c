package dev.newswire.benchmarks.extraction;

import dev.newswire.benchmarks.data.Unpacked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PATH", description = "Pages with ground truth, as for extraction.")
    private @Nullable Path path;

    @Parameters(index = "1", paramLabel = "TABLE", description = "File to write.")
    private @Nullable Path table;

    @Option(names = "--half", description = "Pages: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private Part part = Part.ALL;

    @Mixin
    private BlockTraining training = new BlockTraining();

    @Override
    public Integer call() throws IOException {
        List<BlockCases> cases;
        try (Unpacked data = Unpacked.open(Objects.requireNonNull(path))) {
            cases = BlockCases.all(
                    GoldPage.in(data).stream().filter(this::isWanted).toList());
        }
        List<String> lines = training.train(cases);
        Files.write(Objects.requireNonNull(table), lines);
        int trees = lines.size() - 1;
        Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .println(cases.size() + " pages, " + trees + " trees written to " + table);
        return CommandLine.ExitCode.OK;
    }

    private boolean isWanted(GoldPage page) {
        return part == Part.ALL || page.isInFirstHalf() == (part == Part.FIRST);
    }
}
