package dev.newswire.benchmarks.gate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a figure may be at most, or must be at least.
 *
 * @param isMost whether it is the greatest value allowed, else the smallest
 * @param figure its name
 * @param value the bound itself
 */
record Bound(boolean isMost, String figure, double value) {
    private static final String RESOURCE = "bounds.tsv";
    private static final String MOST = "most";
    private static final String LEAST = "least";

    /** The bounds that every build is held against. */
    static List<Bound> all() {
        InputStream resource = Objects.requireNonNull(Bound.class.getResourceAsStream(RESOURCE), RESOURCE);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Bound::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From a line: kind, figure, bound. */
    static Bound of(String line) {
        String[] columns = line.split("\t");
        if (columns.length != 3 || !(columns[0].equals(MOST) || columns[0].equals(LEAST))) {
            throw new IllegalArgumentException("A bound is \"most\" or \"least\", a figure and a number: " + line);
        }
        return new Bound(columns[0].equals(MOST), columns[1], Double.parseDouble(columns[2]));
    }

    boolean holds(double measured) {
        return isMost ? measured <= value : measured >= value;
    }

    /** One line about a measured value. */
    String line(double measured) {
        return String.format(
                Locale.ROOT,
                "%-7s %-36s %9.3f, %s %.3f",
                holds(measured) ? "holds" : "FAILS",
                figure,
                measured,
                isMost ? "at most" : "at least",
                value);
    }
}
