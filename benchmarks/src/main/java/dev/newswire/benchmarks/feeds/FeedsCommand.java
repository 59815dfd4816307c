package dev.newswire.benchmarks.feeds;

import dev.newswire.benchmarks.DataException;
import dev.newswire.benchmarks.Figures;
import dev.newswire.benchmarks.data.Unpacked;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newswire bench feeds}. */
@Command(
        name = "feeds",
        mixinStandardHelpOptions = true,
        description = {
            "Reads feeds and counts what was read, and, where they are cases of feedparser's suite, which of their"
                    + " expectations hold of the fields that we keep.",
            "Files ending in .xml, .rss, .atom, .rdf or .json are taken."
        })
public final class FeedsCommand implements Callable<Integer> {

    private static final List<String> SUFFIXES = List.of(".xml", ".rss", ".atom", ".rdf", ".json");

    @Parameters(paramLabel = "PATH", description = "a folder of feeds, or a .tar.xz archive of one")
    private Path path = Path.of("");

    @Option(names = "--json", description = "one JSON object as the last line")
    private boolean json;

    @Option(names = "--failures", description = "list every failure, not only how many there are of each reason")
    private boolean failures;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<FeedCase> cases = cases();
        FeedScore score = new FeedScore();
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        cases.forEach(score::add);
        double seconds = (clock.getCurrentThreadCpuTime() - start) / 1e9;
        score.print(out, failures);
        Figures figures = score.figures(cases.size())
                .put("cases_per_second", cases.size() / seconds)
                .put("per_second", FeedSpeed.itemsPerSecond());
        figures.print(out, json);
        return CommandLine.ExitCode.OK;
    }

    private List<FeedCase> cases() throws IOException {
        try (Unpacked data = Unpacked.open(path)) {
            List<FeedCase> cases = new ArrayList<>();
            for (Path file : data.files("")) {
                String name = file.toString();
                if (SUFFIXES.stream().anyMatch(name::endsWith)) {
                    cases.add(FeedCase.read(data.folder(), file));
                }
            }
            if (cases.isEmpty()) {
                throw new DataException("There are no feeds in " + path + ": give a folder with files that end in .xml,"
                        + " .rss, .atom, .rdf or .json.");
            }
            return cases;
        }
    }
}
