package dev.newswire.benchmarks;

import dev.newswire.benchmarks.archives.ArchivesCommand;
import dev.newswire.benchmarks.entity.EvaluateGolden;
import dev.newswire.benchmarks.entity.EvaluateLinking;
import dev.newswire.benchmarks.entity.EvaluateTagger;
import dev.newswire.benchmarks.entity.MeasureRecognition;
import dev.newswire.benchmarks.entity.ShowEntities;
import dev.newswire.benchmarks.entity.TagText;
import dev.newswire.benchmarks.extraction.EvaluateExtraction;
import dev.newswire.benchmarks.extraction.TrainExtraction;
import dev.newswire.benchmarks.feeds.FeedsCommand;
import dev.newswire.benchmarks.fuzz.FuzzCommand;
import dev.newswire.benchmarks.gate.HoldGate;
import dev.newswire.benchmarks.ingest.MeasureIngest;
import dev.newswire.benchmarks.ingest.MeasureSteps;
import dev.newswire.benchmarks.kb.BuildKnowledgeBaseCommand;
import dev.newswire.benchmarks.language.EvaluateLanguages;
import dev.newswire.benchmarks.matching.MeasureMatching;
import dev.newswire.benchmarks.micro.MeasurePaths;
import dev.newswire.benchmarks.reads.MeasureReads;
import dev.newswire.benchmarks.related.BuildDocumentFrequencies;
import dev.newswire.benchmarks.related.EvaluateRelated;
import dev.newswire.benchmarks.related.TrainLinker;
import dev.newswire.benchmarks.stream.MeasureLatency;
import dev.newswire.benchmarks.stream.MeasureStream;
import dev.newswire.benchmarks.table.MeasureAll;
import dev.newswire.benchmarks.tagger.TrainTagger;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry of {@code newswire bench}: evaluators, and the builders of the tables and models that the services ship. */
@Command(
        name = "newswire bench",
        description = {
            "Measures Newswire, and builds the tables and models that it ships. Without a command, measures the whole table",
            "of speed and writes it to docs/BENCHMARKS.md."
        },
        synopsisSubcommandLabel = "[COMMAND]",
        subcommands = {
            ArchivesCommand.class,
            BuildDocumentFrequencies.class,
            BuildKnowledgeBaseCommand.class,
            EvaluateExtraction.class,
            EvaluateGolden.class,
            EvaluateLanguages.class,
            EvaluateLinking.class,
            EvaluateRelated.class,
            EvaluateTagger.class,
            FeedsCommand.class,
            FuzzCommand.class,
            HoldGate.class,
            MeasureAll.class,
            MeasureIngest.class,
            MeasureRecognition.class,
            MeasureLatency.class,
            MeasureMatching.class,
            MeasureReads.class,
            MeasurePaths.class,
            MeasureSteps.class,
            ShowEntities.class,
            MeasureStream.class,
            TagText.class,
            TrainExtraction.class,
            TrainLinker.class,
            TrainTagger.class
        },
        mixinStandardHelpOptions = true)
public final class BenchMain implements Callable<Integer> {
    private static final int FAILED = 1;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Runs a command and exits with its code: 0 done, 1 failed, 2 wrong usage. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** Without a command, the whole table. */
    @Override
    public Integer call() {
        return spec.commandLine().execute("all");
    }

    static CommandLine commandLine() {
        return new CommandLine(new BenchMain())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(utf8(FileDescriptor.out))
                .setErr(utf8(FileDescriptor.err))
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command));
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }

    private static int explain(Exception failure, CommandLine command) {
        if (failure instanceof DataException) {
            command.getErr().println(failure.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        command.getErr().println("newswire bench: " + failure);
        return FAILED;
    }
}
