package dev.newswire.benchmarks.kb;

import dev.newswire.benchmarks.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Builds the table of entities that enrich ships. */
@Command(
        name = "build-kb",
        mixinStandardHelpOptions = true,
        description = "Builds the table of entities (kb.tsv.gz) from open data. The same data give the same bytes.")
@SuppressWarnings("NullAway.Init") // by picocli
public final class BuildKnowledgeBaseCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DATA", description = "Folder of entity data.")
    private Path data;

    @Parameters(index = "1", paramLabel = "OVERLAY", description = "The curated table: what it names is kept.")
    private Path overlay;

    @Parameters(index = "2", paramLabel = "OUT", description = "File to write.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(data.resolve("kb"))) {
            throw new DataException("There is no " + data.resolve("kb") + ": give the folder of entity data.");
        }
        int entities = BuildKnowledgeBase.build(data, overlay, out);
        spec.commandLine()
                .getOut()
                .printf(Locale.ROOT, "%s: %,d entities, %,d bytes%n", out, entities, Files.size(out));
        return CommandLine.ExitCode.OK;
    }
}
