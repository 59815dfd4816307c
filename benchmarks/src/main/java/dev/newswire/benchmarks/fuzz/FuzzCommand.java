package dev.newswire.benchmarks.fuzz;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newswire bench fuzz}: damaged documents against the readers of ingest. Exit code 1 if there are findings. */
@Command(
        name = "fuzz",
        description = {
            "Damages documents at random and runs each through reader, intake and serialisation. A finding is an input"
                    + " that takes more than 2 s of processor time, lets an exception escape, has no outcome, or"
                    + " exceeds a limit.",
            "Set the heap with NEWSWIRE_JAVA_OPTIONS=-Xmx512m to see that none exhausts it."
        },
        mixinStandardHelpOptions = true)
public final class FuzzCommand implements Callable<Integer> {

    @Parameters(paramLabel = "KIND", description = "json, html, feed, plain or warc.")
    private PathKind kind = PathKind.JSON;

    @Option(
            names = "--corpus",
            paramLabel = "PATH",
            required = true,
            description = "Folder or .tar.xz with documents to start from; may be given again.")
    private List<Path> corpus = List.of();

    @Option(names = "--minutes", defaultValue = "10", description = "How long (default: ${DEFAULT-VALUE}).")
    private double minutes;

    @Option(
            names = "--cpu-minutes",
            defaultValue = "0",
            description = "Go on after that until readers have had so much processor time (default: ${DEFAULT-VALUE}).")
    private double cpuMinutes;

    @Option(names = "--seed", defaultValue = "1", description = "Of the random numbers (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--max-bytes",
            defaultValue = "524288",
            description = "Largest input in bytes (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--findings",
            paramLabel = "FOLDER",
            defaultValue = "fuzz-findings",
            description = "Where inputs that are findings go (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("fuzz-findings");

    @Option(names = "--json", description = "Print the figures as one JSON object on the last line.")
    private boolean asJson;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        List<byte[]> seeds = Seeds.read(corpus, kind, limit);
        Fuzzer fuzzer = new Fuzzer(kind, seeds, limit, seed, folder.resolve(kind.id()), out);
        fuzzer.run(minutes(minutes), minutes(cpuMinutes)).print(out, asJson);
        return fuzzer.hasFindings() ? 1 : 0;
    }

    private static Duration minutes(double count) {
        return Duration.ofMillis((long) (count * 60_000));
    }
}
