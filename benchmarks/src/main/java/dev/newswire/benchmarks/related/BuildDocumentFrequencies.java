package dev.newswire.benchmarks.related;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the table of document frequencies that enrich ships: words as enrich cuts them, sorted, so that the same input
 * gives the same bytes.
 */
public final class BuildDocumentFrequencies {
    private static final int LONGEST = 40;
    private static final int FEWEST = 3;

    private BuildDocumentFrequencies() {}

    /** @param arguments the counted words (gzip; first line {@code #documents}, tab, number), and the file to write */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("Give the counted words and the file to write.");
            System.exit(2);
        }
        Map<String, Integer> counts = new TreeMap<>();
        String documents = read(Path.of(arguments[0]), counts);
        write(Path.of(arguments[1]), documents, counts);
        System.out.println(counts.size() + " words");
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
