package dev.newswire.benchmarks.table;

import dev.newswire.benchmarks.DataException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The whole table of speed. */
@Command(
        name = "all",
        description = {
            "Measures the whole table of speed, prints it, and writes it to docs/BENCHMARKS.md: about ten minutes on two",
            "idle cores. What `newswire bench` does without a command."
        },
        mixinStandardHelpOptions = true)
public final class MeasureAll implements Callable<Integer> {
    @Parameters(
            paramLabel = "PATH",
            arity = "0..1",
            description = "folder or .tar.xz with posts in Markdown; without one, texts are generated")
    private @Nullable Path posts;

    @Option(names = "--no-write", description = "print only")
    private boolean printsOnly;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Path page = Path.of(System.getProperty("newswire.home", "."), "docs", "BENCHMARKS.md");
        if (!printsOnly && !Files.isWritable(page)) {
            throw new DataException(
                    "There is no " + page + " to write to: run ./newswire bench in the sources, or with --no-write.");
        }
        PrintWriter out = spec.commandLine().getOut();
        List<String> table = new ArrayList<>();
        table.add("Measured on " + LocalDate.now(ZoneOffset.UTC) + " by `./newswire bench`, articles made of "
                + (posts == null ? "generated texts" : "posts") + ": " + Machine.describe());
        out.println(table.get(0));
        for (Part part : Parts.all()) {
            List<String> lines = measure(part);
            lines.forEach(out::println);
            table.addAll(lines);
        }
        if (!printsOnly) {
            GeneratedSection.write(page, table);
        }
        return CommandLine.ExitCode.OK;
    }

    private List<String> measure(Part part) throws Exception {
        List<String> arguments = new ArrayList<>(part.arguments());
        if (part.takesPosts() && posts != null) {
            arguments.add(posts.toString());
        }
        List<String> lines = new ArrayList<>(List.of("", "### " + part.title(), "", "`" + part.command() + "`", ""));
        lines.addAll(part.lines().apply(BenchProcess.run(arguments)));
        return lines;
    }
}
