package dev.newswire.benchmarks.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Lines of a table in Markdown. */
final class Rows {
    private static final int WHOLE_FROM = 100;

    private final List<String> lines = new ArrayList<>();

    Rows(String... columns) {
        row(columns);
        lines.add("|" + "---|".repeat(columns.length));
    }

    Rows row(String... cells) {
        lines.add("| " + String.join(" | ", Arrays.asList(cells)) + " |");
        return this;
    }

    List<String> lines() {
        return lines;
    }

    /** A number as people write it: thousands parted, no more places than it needs; a dash where there is none. */
    static String number(JsonNode value) {
        return value.isNumber() ? number(value.asDouble()) : "-";
    }

    static String number(double value) {
        if (Math.abs(value) >= WHOLE_FROM) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
    }
}
