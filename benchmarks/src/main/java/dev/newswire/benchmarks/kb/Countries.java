package dev.newswire.benchmarks.kb;

import dev.newswire.enrich.text.Folding;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** ISO 3166 codes of two letters for the many ways in which the sources write a country. */
final class Countries {
    private static final Map<String, String> EXTRA = Map.ofEntries(
            Map.entry("united states of america", "US"),
            Map.entry("south korea", "KR"),
            Map.entry("north korea", "KP"),
            Map.entry("russia", "RU"),
            Map.entry("czech republic", "CZ"),
            Map.entry("turkey", "TR"),
            Map.entry("ivory coast", "CI"),
            Map.entry("hong kong", "HK"),
            Map.entry("taiwan", "TW"),
            Map.entry("people's republic of china", "CN"),
            Map.entry("republic of ireland", "IE"),
            Map.entry("kingdom of the netherlands", "NL"),
            Map.entry("england", "GB"),
            Map.entry("scotland", "GB"),
            Map.entry("wales", "GB"),
            Map.entry("northern ireland", "GB"),
            Map.entry("netherlands", "NL"),
            Map.entry("denmark", "DK"),
            Map.entry("ireland", "IE"),
            Map.entry("cyprus", "CY"),
            Map.entry("congo kinshasa", "CD"),
            Map.entry("bosnia herzegovina", "BA"),
            Map.entry("bahamas", "BS"),
            Map.entry("macao", "MO"));

    private final Map<String, String> codes = new HashMap<>(EXTRA);

    Countries(List<SourceRow> rows) {
        for (SourceRow row : rows) {
            if (row.country().length() != 2) {
                continue;
            }
            codes.put(Folding.fold(row.name()), row.country());
            row.aliases().forEach(alias -> codes.putIfAbsent(Folding.fold(alias), row.country()));
            int iso3 = row.note().indexOf("iso3=");
            if (iso3 >= 0 && row.note().length() >= iso3 + 8) {
                codes.put(row.note().substring(iso3 + 5, iso3 + 8).toLowerCase(Locale.ROOT), row.country());
            }
        }
    }

    /** The code; empty where the country is not known. */
    String code(String country) {
        if (country.length() == 2) {
            return country.equals("UK") ? "GB" : country.toUpperCase(Locale.ROOT);
        }
        return codes.getOrDefault(Folding.fold(country), "");
    }

    /**
     * Code of the country that a description such as `city in Bavaria, Germany` ends with; empty where none. Of names that
     * end in the same place the longest counts: the People's Republic of China is not the Republic of China.
     */
    String mentionedIn(String description) {
        String folded = Folding.fold(description);
        String best = "";
        int bestEnd = -1;
        int bestLength = 0;
        for (Map.Entry<String, String> country : codes.entrySet()) {
            int length = country.getKey().length();
            int found = length > 3 ? folded.lastIndexOf(country.getKey()) : -1;
            int end = found + length;
            if (found >= 0 && (end > bestEnd || (end == bestEnd && length > bestLength))) {
                bestEnd = end;
                bestLength = length;
                best = country.getValue();
            }
        }
        return best;
    }
}
