package dev.newswire.benchmarks.archives;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What an archive of the fixtures holds.
 *
 * @param intact records that are whole
 * @param damaged places where something is lost
 */
record ExpectedRecords(long intact, long damaged) {

    /** Of each fixture by its name. */
    static Map<String, ExpectedRecords> byName() {
        try (InputStream resource =
                Objects.requireNonNull(ExpectedRecords.class.getResourceAsStream("expected.tsv"), "expected.tsv")) {
            return parse(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Map<String, ExpectedRecords> parse(String table) {
        Map<String, ExpectedRecords> expected = new LinkedHashMap<>();
        table.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            String[] cells = line.split("\t", -1);
            expected.put(cells[0], new ExpectedRecords(Long.parseLong(cells[1]), Long.parseLong(cells[2])));
        });
        return expected;
    }
}
