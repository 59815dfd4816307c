package dev.newswire.benchmarks.kb;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Opens gzipped tables. */
final class Tables {
    private Tables() {}

    static BufferedReader open(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
    }

    /** Lines after the heading. */
    static List<String> lines(Path file) throws IOException {
        try (BufferedReader reader = open(file)) {
            return reader.lines().skip(1).toList();
        }
    }

    static List<SourceRow> rows(Path folder, String name) throws IOException {
        return lines(folder.resolve(name + ".tsv.gz")).stream()
                .map(SourceRow::parse)
                .toList();
    }
}
