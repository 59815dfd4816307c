package dev.newswire.benchmarks.language;

import dev.newswire.benchmarks.Figures;
import dev.newswire.benchmarks.data.Unpacked;
import dev.newswire.ingest.normalise.Languages;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newswire bench languages PATH...}: how often the language of a text is recognised, at several lengths. */
@Command(
        name = "languages",
        description = "Measures how often the language of a text is recognised.",
        mixinStandardHelpOptions = true)
public final class EvaluateLanguages implements Callable<Integer> {

    /** What reads the texts; Lingua's models take about a gigabyte of memory. */
    enum Baseline {
        NEWSWIRE,
        LINGUA,
        LINGUA_LOW_ACCURACY,
        OPENNLP
    }

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Folders or .tar.xz with .csv files (columns language and content) or .md files.")
    private List<Path> paths = List.of();

    @Option(names = "--json", description = "Print the figures as one JSON object, as the last line.")
    private boolean json;

    @Option(
            names = "--markdown",
            paramLabel = "CODE",
            description = "Language of the .md files (default ${DEFAULT-VALUE}).")
    private String markdown = "en";

    @Option(
            names = "--most",
            paramLabel = "N",
            description = "Read N texts of each language and length only, for slow recognisers (default: all).")
    private int most = Integer.MAX_VALUE;

    @Option(
            names = "--lengths",
            paramLabel = "N",
            split = ",",
            description =
                    "Characters that the texts are cut to; shorter texts are left out (default ${DEFAULT-VALUE}).")
    private List<Integer> lengths = List.of(40, 100, 300, 1_000);

    @Option(
            names = "--baseline",
            paramLabel = "NAME",
            description = "Measure another recogniser: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private Baseline baseline = Baseline.NEWSWIRE;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        List<LabelledText> texts = new ArrayList<>();
        for (Path path : paths) {
            try (Unpacked data = Unpacked.open(path)) {
                texts.addAll(LabelledText.in(data, markdown));
            }
        }
        Recogniser recogniser = recogniser();
        Figures figures = new Figures().put("cases", texts.size());
        for (int length : lengths) {
            figures.put("characters_" + length, LengthFigures.of(recogniser, LabelledText.cut(texts, length, most)));
        }
        figures.print(out, json);
        return CommandLine.ExitCode.OK;
    }

    private Recogniser recogniser() throws IOException {
        return switch (baseline) {
            case NEWSWIRE -> text -> Languages.detect("", text);
            case LINGUA -> new LinguaRecogniser(true);
            case LINGUA_LOW_ACCURACY -> new LinguaRecogniser(false);
            case OPENNLP -> new OpenNlpRecogniser();
        };
    }
}
