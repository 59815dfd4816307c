package dev.newswire.benchmarks.entity;

import dev.newswire.benchmarks.Figures;
import dev.newswire.enrich.entity.EntityExtractor;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how fast entities are found, what the tables take and, in the same run, how fast CoreNLP finds names. */
@Command(
        name = "recognition",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how many articles of 5,000 characters one core reads in a second (processor time of one thread, in",
            "rounds in turn): `full` is all that the services do; `dictionary` looks up the known names only; `corenlp` is",
            "Stanford CoreNLP's tagger of three classes, if the benchmarks were built with -Pcorenlp. Also seconds to load",
            "the tables and the tagger, and the heap that they take."
        })
@SuppressWarnings("NullAway.Init") // by picocli
public final class MeasureRecognition implements Callable<Integer> {
    private static final double NANOS = 1e9;
    private static final double MIB = 1 << 20;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Articles as JSON lines of text, plain or gzipped.")
    private List<Path> paths;

    @Option(names = "--warm-up", defaultValue = "6", description = "Seconds before measuring (${DEFAULT-VALUE}).")
    private double warmUp;

    @Option(names = "--rounds", defaultValue = "5", description = "Rounds (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "1", description = "Seconds of each in a round (${DEFAULT-VALUE}).")
    private double seconds;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        double heapBefore = heap();
        long start = System.nanoTime();
        EntityExtractor extractor = EntityExtractor.load();
        double loaded = (System.nanoTime() - start) / NANOS;
        Figures figures = new Figures().put("load_seconds", loaded).put("heap_mib", heap() - heapBefore);
        Map<String, Consumer<String>> readers = readers(extractor);
        for (Path path : paths) {
            List<String> texts = Speed.articles(
                    GoldArticle.read(path).stream().map(GoldArticle::text).toList());
            figures.put(path.getFileName().toString(), race(readers, texts));
        }
        PrintWriter out = spec.commandLine().getOut();
        figures.print(out, json);
        return CommandLine.ExitCode.OK;
    }

    private static Map<String, Consumer<String>> readers(EntityExtractor extractor) {
        Map<String, Consumer<String>> readers = new LinkedHashMap<>();
        readers.put("full", text -> extractor.extract("", text, "en"));
        readers.put("dictionary", text -> extractor.countKnownNames(text, "en"));
        CoreNlp coreNlp = CoreNlp.load();
        if (coreNlp != null) {
            readers.put("corenlp", coreNlp);
        }
        return readers;
    }

    /** Articles a second of each, and how many times as fast as CoreNLP all of it is. */
    private Figures race(Map<String, Consumer<String>> readers, List<String> texts) {
        readers.values().forEach(reader -> Speed.run(texts, warmUp, reader));
        Map<String, List<Double>> speeds = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            readers.forEach((name, reader) ->
                    speeds.computeIfAbsent(name, any -> new ArrayList<>()).add(Speed.run(texts, seconds, reader)));
        }
        Figures figures = new Figures();
        speeds.forEach((name, all) -> figures.put(name, median(all)));
        List<Double> full = speeds.get("full");
        List<Double> coreNlp = speeds.get("corenlp");
        if (full != null && coreNlp != null) {
            figures.put("full_to_corenlp", median(full) / median(coreNlp));
        }
        return figures;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** MiB in use after a collection. */
    private static double heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MIB;
    }
}
