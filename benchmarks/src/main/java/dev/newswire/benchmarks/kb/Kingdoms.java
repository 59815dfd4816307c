package dev.newswire.benchmarks.kb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Kingdoms that share their name with their mother country: news that speaks of Denmark means the country, not the Kingdom
 * of Denmark, which has the code and the demonym in the sources.
 */
final class Kingdoms {
    private static final List<String> FORMS = List.of("Kingdom of ", "Kingdom of the ");

    private Kingdoms() {}

    /** The rows, with the name, code and rank of such a kingdom given to its mother country. */
    static List<SourceRow> motherCountries(List<SourceRow> rows) {
        Map<String, SourceRow> byName = byName(rows);
        return rows.stream().map(row -> revised(row, byName)).toList();
    }

    /** Item of the mother country by that of its kingdom. */
    static Map<String, String> items(List<SourceRow> rows) {
        Map<String, SourceRow> byName = byName(rows);
        Map<String, String> items = new HashMap<>();
        for (SourceRow row : rows) {
            SourceRow kingdom = kingdom(row, byName);
            if (kingdom != null) {
                items.put(kingdom.qid(), row.qid());
            }
        }
        return items;
    }

    private static Map<String, SourceRow> byName(List<SourceRow> rows) {
        Map<String, SourceRow> byName = new HashMap<>();
        rows.forEach(row -> byName.put(row.name(), row));
        return byName;
    }

    private static SourceRow revised(SourceRow row, Map<String, SourceRow> byName) {
        SourceRow kingdom = kingdom(row, byName);
        if (kingdom != null) {
            return row.ranked(kingdom.subtype(), kingdom.country(), row.aliases());
        }
        for (String form : FORMS) {
            String part = row.name().startsWith(form) ? row.name().substring(form.length()) : "";
            if (byName.containsKey(part)) {
                List<String> others = row.aliases().stream()
                        .filter(alias -> !alias.equals(part))
                        .toList();
                return row.ranked("territory", row.country(), others);
            }
        }
        return row;
    }

    private static @Nullable SourceRow kingdom(SourceRow row, Map<String, SourceRow> byName) {
        for (String form : FORMS) {
            SourceRow kingdom = byName.get(form + row.name());
            if (kingdom != null) {
                return kingdom;
            }
        }
        return null;
    }
}
