package dev.newswire.benchmarks.kb;

import dev.newswire.enrich.text.Folding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Wikidata items of companies by name and country, from all rows of the sources that give items, also of those too little
 * known to be taken for themselves: that a stock exchange lists the company is what makes it known.
 */
final class CompanyItems {
    /** The brand index names one of the countries where a brand is found: for America often a neighbour. */
    private static final Set<String> AMERICA = Set.of("US", "CA", "MX", "PR");

    private final Map<String, List<SourceRow>> byName = new HashMap<>();
    private final UnaryOperator<String> shorten;

    CompanyItems(Path folder, UnaryOperator<String> shorten) throws IOException {
        this.shorten = shorten;
        Tables.rows(folder, "organisations_ror").stream()
                .filter(row -> row.subtype().equals("company"))
                .forEach(this::add);
        Tables.rows(folder, "brands_nsi").stream()
                .filter(row -> row.subtype().startsWith("company_or_brand"))
                .forEach(this::add);
    }

    private void add(SourceRow row) {
        if (!row.qid().isEmpty() && row.type().equals("ORG")) {
            byName.computeIfAbsent(key(row.name()), name -> new ArrayList<>()).add(row);
        }
    }

    /** The row of the best known company of this name in this country; null where none is sure enough. */
    @Nullable
    SourceRow find(String name, String country) {
        return byName.getOrDefault(key(name), List.of()).stream()
                .filter(row -> fits(row, country))
                .max(Comparator.comparing((SourceRow row) -> row.subtype().equals("company"))
                        .thenComparing(SourceRow::prior)
                        .thenComparing(SourceRow::qid))
                .orElse(null);
    }

    private static boolean fits(SourceRow row, String country) {
        if (row.country().equals(country)) {
            return true;
        }
        boolean brand = row.subtype().startsWith("company_or_brand");
        boolean american = country.equals("US") && AMERICA.contains(row.country());
        return brand && (american || (row.country().isEmpty() && !Names.isOneWord(row.name())));
    }

    private String key(String name) {
        String article = Names.withoutArticle(name);
        return Folding.fold(shorten.apply(article.isEmpty() ? name : article)).replace(".", "");
    }
}
