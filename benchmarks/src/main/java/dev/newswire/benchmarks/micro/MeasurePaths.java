package dev.newswire.benchmarks.micro;

import dev.newswire.benchmarks.DataException;
import dev.newswire.benchmarks.Figures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Time and allocation of an article on each path, one virtual machine for each. */
@Command(
        name = "micro",
        description = {
            "Measures time and allocated bytes for an article of 5 KB (or a feed of 50 entries) on each path, without",
            "Kafka, by JMH: cleaning, words, names, signature and keys, scores, serdes, feeds, documents."
        },
        mixinStandardHelpOptions = true)
public final class MeasurePaths implements Callable<Integer> {
    @Parameters(
            paramLabel = "PATTERN",
            arity = "0..1",
            defaultValue = "",
            description = "measure only paths in whose name this regular expression is found, such as Names or render")
    private String pattern = "";

    @Option(names = "--posts", description = "folder or .tar.xz with posts in Markdown, instead of generated texts")
    private @Nullable Path posts;

    @Option(
            names = "--warm-up",
            defaultValue = "3",
            description = "seconds that do not count (default ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--seconds", defaultValue = "3", description = "that count (default ${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--forks", defaultValue = "1", description = "virtual machines (default ${DEFAULT-VALUE})")
    private int forks;

    @Option(names = "--json", description = "print one JSON object")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws RunnerException {
        List<Measured> all = new ArrayList<>();
        for (RunResult result : new Runner(options().build()).run()) {
            all.add(Measured.of(result));
        }
        if (all.isEmpty()) {
            throw new DataException("No path has a name in which " + pattern + " is found.");
        }
        print(all);
        return CommandLine.ExitCode.OK;
    }

    private ChainedOptionsBuilder options() {
        List<String> machine = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Xmx1g"));
        if (posts != null) {
            if (!Files.exists(posts)) {
                throw new DataException("There is no " + posts + ": give a folder or a .tar.xz archive of posts.");
            }
            machine.add("-D" + Samples.POSTS + "=" + posts.toAbsolutePath());
        }
        return new OptionsBuilder()
                .include("benchmarks\\.micro\\..*(?i:" + pattern + ")")
                .warmupIterations(warmUp)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(seconds)
                .measurementTime(TimeValue.seconds(1))
                .forks(forks)
                .jvmArgs(machine.toArray(String[]::new))
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
    }

    private void print(List<Measured> all) {
        if (!json) {
            all.forEach(measured -> spec.commandLine().getOut().println(measured.line()));
            return;
        }
        Figures figures = new Figures();
        all.forEach(measured -> figures.put(
                measured.path(),
                new Figures()
                        .put("micros", measured.micros())
                        .put("micros_least", measured.least())
                        .put("micros_most", measured.most())
                        .put("bytes", measured.bytes())));
        figures.print(spec.commandLine().getOut(), true);
    }
}
