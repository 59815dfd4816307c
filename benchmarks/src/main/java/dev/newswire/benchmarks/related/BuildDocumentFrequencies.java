package dev.newswire.benchmarks.related;

import dev.newswire.benchmarks.DataException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Makes the table of document frequencies that enrich ships: words as enrich cuts them, sorted, so that the same input
 * gives the same bytes.
 */
@Command(
        name = "document-frequencies",
        mixinStandardHelpOptions = true,
        description = "Makes the table of document frequencies that enrich ships.")
@SuppressWarnings("NullAway.Init") // by picocli
public final class BuildDocumentFrequencies implements Callable<Integer> {
    private static final int LONGEST = 40;
    private static final int FEWEST = 3;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "COUNTS",
            description = "The counted words, gzipped; the first line is #documents, a tab and their number.")
    private Path counted;

    @Parameters(index = "1", paramLabel = "OUT", description = "File to write.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(counted)) {
            throw new DataException("There is no " + counted + ": give the counted words.");
        }
        Map<String, Integer> counts = new TreeMap<>();
        String documents = read(counted, counts);
        write(out, documents, counts);
        spec.commandLine().getOut().println(counts.size() + " words");
        return CommandLine.ExitCode.OK;
    }

    private static String read(Path path, Map<String, Integer> counts) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            String documents = lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] columns = line.split("\t", 2);
                int count = Integer.parseInt(columns[1]);
                String word = withoutPossessive(columns[0]);
                if (count >= FEWEST && word.length() > 1 && word.length() <= LONGEST) {
                    counts.merge(word, count, Math::max);
                }
            }
            return documents;
        }
    }

    private static String withoutPossessive(String word) {
        return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    }

    private static void write(Path path, String documents, Map<String, Integer> counts) throws IOException {
        try (PrintStream out = new PrintStream(new BestGzip(path), false, StandardCharsets.UTF_8)) {
            out.print(documents + "\n");
            counts.forEach((word, count) -> out.print(word + "\t" + count + "\n"));
        }
    }

    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(Path path) throws IOException {
            super(Files.newOutputStream(path));
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
