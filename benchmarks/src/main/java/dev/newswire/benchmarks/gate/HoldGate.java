package dev.newswire.benchmarks.gate;

import dev.newswire.benchmarks.Figures;
import dev.newswire.benchmarks.data.Texts;
import dev.newswire.benchmarks.micro.Paths;
import dev.newswire.benchmarks.stream.StreamOptions;
import dev.newswire.benchmarks.stream.StreamResult;
import dev.newswire.benchmarks.stream.StreamRun;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fails where something has become more than twice as slow as it was, whatever the machine. */
@Command(
        name = "gate",
        description = {
            "Holds speed against bounds, for builds: the processor time of hot paths as a multiple of that of a plain",
            "loop, and the whole pipeline as a share of a topology that passes events on, each in the same run. Ends with",
            "1 where a bound does not hold."
        },
        mixinStandardHelpOptions = true)
public final class HoldGate implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final Duration WARM_UP = Duration.ofMillis(600);
    private static final Duration TURN = Duration.ofMillis(25);
    private static final Duration STILL = Duration.ofSeconds(3);
    private static final int PARTITIONS = 4;

    @Option(
            names = "--articles",
            defaultValue = "4000",
            description = "through the pipeline (default ${DEFAULT-VALUE})")
    private int articles;

    @Option(names = "--without-pipeline", description = "hold the paths alone, without a broker")
    private boolean withoutPipeline;

    @Option(names = "--json", description = "print one JSON object")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        List<String> texts = Texts.of(null);
        Map<String, Double> measured = paths(texts);
        if (!withoutPipeline) {
            pipeline(texts, measured);
        }
        return judge(measured);
    }

    private static Map<String, Double> paths(List<String> texts) {
        Contest contest = new Contest(ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime, WARM_UP, TURN);
        WordCount loop = new WordCount(texts);
        Map<String, Double> measured = new LinkedHashMap<>();
        Paths.hot().forEach((name, path) -> measured.put(name, contest.ratio(path.get(), loop)));
        return measured;
    }

    private void pipeline(List<String> texts, Map<String, Double> measured) throws Exception {
        StreamOptions options = new StreamOptions(
                articles, articles, 0, 1, PARTITIONS, true, List.of("-XX:+UseSerialGC", "-Xmx1g"), STILL);
        StreamResult result = new StreamRun(options, texts, spec.commandLine().getErr()).run();
        measured.put("pipeline.rate", result.rateRatio());
        measured.put("pipeline.processor_time", result.processorRatio());
    }

    private int judge(Map<String, Double> measured) {
        PrintWriter out = spec.commandLine().getOut();
        Figures figures = new Figures();
        int failed = 0;
        for (Bound bound : Bound.all()) {
            Double value = measured.get(bound.figure());
            if (value == null) {
                continue;
            }
            figures.put(bound.figure(), value);
            failed += bound.holds(value) ? 0 : 1;
            if (!json) {
                out.println(bound.line(value));
            }
        }
        if (json) {
            figures.put("failed", failed).print(out, true);
        }
        if (failed == 0) {
            return CommandLine.ExitCode.OK;
        }
        spec.commandLine()
                .getErr()
                .println("Something has become much slower: " + failed + " bounds do not hold. Find what with"
                        + " ./newswire bench micro and bench stream; bounds are in bounds.tsv beside HoldGate.");
        return FAILED;
    }
}
