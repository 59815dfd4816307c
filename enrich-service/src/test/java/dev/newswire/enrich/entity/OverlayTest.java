package dev.newswire.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class OverlayTest {
    private static final Set<String> TYPES = Set.of("PER", "ORG", "LOC", "MISC");

    @Test
    void everyLineIsWellFormed() throws IOException {
        List<String[]> lines = overlay();
        assertThat(lines).hasSizeGreaterThan(700);
        assertThat(lines).allSatisfy(columns -> {
            assertThat(columns[0]).matches("Q[1-9][0-9]*|nw:[a-z0-9-]+");
            assertThat(columns[2]).isIn(TYPES);
            assertThat(Integer.parseInt(columns[5])).isBetween(0, 100);
        });
    }

    @Test
    void noEntityStandsTwice() throws IOException {
        assertThat(overlay()).extracting(columns -> columns[0]).doesNotHaveDuplicates();
    }

    @Test
    void everyWikidataItemComesFromTheSources() throws IOException {
        Set<String> built = lines(new GZIPInputStream(resource("kb.tsv.gz"))).stream()
                .filter(line -> line.startsWith("E\tQ"))
                .map(line -> line.split("\t", 3)[1])
                .collect(Collectors.toSet());
        assertThat(overlay()).extracting(columns -> columns[0]).allSatisfy(id -> {
            if (id.startsWith("Q")) {
                assertThat(built).contains(id);
            }
        });
    }

    private static List<String[]> overlay() throws IOException {
        return lines(resource("overlay.tsv")).stream()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .toList();
    }

    private static List<String> lines(InputStream in) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(OverlayTest.class.getResourceAsStream(name));
    }
}
