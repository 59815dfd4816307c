package dev.newswire.benchmarks.entity;

import dev.newswire.benchmarks.DataException;
import dev.newswire.enrich.entity.EntityExtractor;
import dev.newswire.schema.Entity;
import dev.newswire.schema.Mention;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the entities of text files whose first line is the title. */
@Command(
        name = "show-entities",
        mixinStandardHelpOptions = true,
        description = "Prints the entities of text files whose first line is the title, the most salient first.")
@SuppressWarnings("NullAway.Init") // by picocli
public final class ShowEntities implements Callable<Integer> {
    private static final double NANOS = 1e9;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Texts in UTF-8.")
    private List<Path> files;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        long start = System.nanoTime();
        EntityExtractor extractor = EntityExtractor.load();
        out.printf(
                Locale.ROOT,
                "%,d entities loaded in %.2f s, version %s%n",
                extractor.size(),
                (System.nanoTime() - start) / NANOS,
                extractor.rulesVersion());
        for (Path file : files) {
            show(extractor, file, out);
        }
        return CommandLine.ExitCode.OK;
    }

    private static void show(EntityExtractor extractor, Path file, PrintWriter out) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new DataException("There is no " + file + ": give text files.");
        }
        String text = Files.readString(file).strip();
        int end = text.indexOf('\n');
        String title = end < 0 ? text : text.substring(0, end);
        String body = end < 0 ? "" : text.substring(end + 1);
        out.println(title);
        for (Entity entity : extractor.extract(title, body, null)) {
            out.printf(
                    Locale.ROOT,
                    "  %.3f %.2f %-12s %-12s %s: %s%n",
                    entity.getSalience(),
                    entity.getConfidence(),
                    entity.getType(),
                    entity.getEntityId(),
                    entity.getName(),
                    surfaces(entity));
        }
    }

    private static String surfaces(Entity entity) {
        return entity.getMentions().stream()
                .collect(Collectors.groupingBy(Mention::getSurface, TreeMap::new, Collectors.counting()))
                .toString();
    }
}
