package dev.newswire.benchmarks.kb;

import dev.newswire.enrich.text.Folding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Countries, regions and towns: items from three sources, joined with populations from a fourth. */
final class Places {
    private static final int LEAST_POPULATION = 15_000;
    private static final int METROPOLIS = 1_000_000;
    private static final Pattern REGION =
            Pattern.compile("(?i)(^| )(state|province|prefecture|region|country|department|autonomous community|canton|"
                    + "federal territory|island|governorate|oblast|republic|voivodeship)( of| in|$)");
    private static final Pattern TOWN = Pattern.compile(
            "(?i)(city|municipality|town|borough|capital|commune|county|village|ward|district in|suburb)");
    private static final Pattern NO_PLACE = Pattern.compile("(?i)(school|transit|transport|park|safety|water|library|"
            + "health|fire|forest|college|hospital|utility|service|preserve|reserve|police|sanita|recreation|former) ?"
            + "(district|region|system|network|agency|authority|country|area|organi[sz]ation|board)?");

    private final Path folder;
    private final Drafts drafts;
    private final Countries countries;
    private final Map<String, String> stateOf = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    Places(Path folder, Drafts drafts, Countries countries) {
        this.folder = folder;
        this.drafts = drafts;
        this.countries = countries;
    }

    void build() throws IOException {
        List<SourceRow> countryRows = Tables.rows(folder, "countries");
        Kingdoms.motherCountries(countryRows).forEach(this::country);
        Tables.rows(folder, "brands_nsi").stream()
                .filter(row -> row.type().equals("LOC"))
                .forEach(this::described);
        List<SourceRow> geographicNames = Tables.rows(folder, "cities_geonames");
        Set<String> towns = geographicNames.stream()
                .map(row -> key(row.name(), row.country()))
                .collect(Collectors.toSet());
        Set<String> metropolises = geographicNames.stream()
                .filter(row -> row.prior() >= METROPOLIS)
                .map(row -> key(row.name(), ""))
                .collect(Collectors.toSet());
        Tables.rows(folder, "places_wikidata").forEach(row -> birthplace(row, towns, metropolises));
        Drafts americanTowns = new Drafts();
        Tables.rows(folder, "us_cities").forEach(row -> americanTown(row, americanTowns));
        Map<String, Long> largest = new HashMap<>();
        List<SourceRow> cities = geographicNames.stream()
                .filter(row -> row.prior() >= LEAST_POPULATION)
                .sorted(Comparator.comparingLong(SourceRow::prior).reversed().thenComparing(SourceRow::sourceId))
                .toList();
        cities.forEach(row -> largest.merge(row.name(), 1L, Long::sum));
        Set<String> seen = new HashSet<>();
        cities.forEach(row -> city(row, seen.add(row.name()), americanTowns));
    }

    private void country(SourceRow row) {
        boolean country = row.subtype().equals("country");
        int prior = country ? 92 : row.subtype().equals("territory") ? 50 : 70;
        String type = row.subtype().equals("international_organisation") ? "ORG" : "LOC";
        Draft draft = new Draft(row.qid(), row.name(), type, country ? "country" : "region", row.country(), prior);
        row.aliases().stream()
                .filter(alias -> country || alias.length() > 3 || row.type().equals("ORG"))
                .forEach(alias -> draft.alias(alias, false));
        drafts.add(draft);
    }

    private void described(SourceRow row) {
        boolean region = REGION.matcher(row.note()).find();
        boolean town = TOWN.matcher(row.note()).find();
        if ((!region && !town) || NO_PLACE.matcher(row.note()).find() || drafts.has(row.qid())) {
            return;
        }
        String country = row.country().isEmpty() ? countries.mentionedIn(row.note()) : countries.code(row.country());
        boolean state = row.note().startsWith("state of the United States")
                || row.note().startsWith("constituent");
        int prior = state ? 72 : region && !town ? 50 : 38;
        Draft draft = new Draft(row.qid(), row.name(), "LOC", region && !town ? "region" : "town", country, prior);
        row.aliases().forEach(alias -> draft.alias(alias, false));
        drafts.add(draft);
    }

    /**
     * The country is that of people born there: a metropolis of that name elsewhere is likelier than a place that the
     * country is not known to have.
     */
    private void birthplace(SourceRow row, Set<String> towns, Set<String> metropolises) {
        int prior = 24 + (int) Math.min(16, row.prior());
        String country = countries.code(row.country());
        boolean elsewhere = !towns.contains(key(row.name(), country)) && metropolises.contains(key(row.name(), ""));
        drafts.add(new Draft(row.qid(), row.name(), "LOC", "town", elsewhere ? "" : country, prior));
    }

    private static String key(String name, String country) {
        return country + ' ' + Folding.fold(name).replaceAll("[^\\p{L}]", "");
    }

    private void americanTown(SourceRow row, Drafts towns) {
        Draft draft = new Draft(row.qid(), row.name(), "LOC", "town", "US", 25);
        row.aliases().forEach(alias -> draft.alias(alias, false));
        towns.add(draft);
        row.aliases().stream()
                .filter(alias -> alias.matches(".*, [A-Z]{2}"))
                .findFirst()
                .ifPresent(alias -> stateOf.put(row.qid(), alias.substring(alias.length() - 2)));
    }

    /** Joins a town with a population to its item, where one can be told; otherwise it is known by name only. */
    private void city(SourceRow row, boolean largestOfName, Drafts americanTowns) {
        boolean capital = row.subtype().equals("capital_city");
        int prior = (int) Math.round(10 * Math.log10(row.prior())) - 8 + (capital ? 14 : 0);
        Draft item = item(row, largestOfName, americanTowns);
        if (item != null && taken.add(item.id())) {
            item.raise(prior);
            item.place("town", row.country());
            row.aliases().forEach(alias -> item.alias(alias, false));
            drafts.add(item);
            return;
        }
        Draft draft =
                new Draft(Drafts.slug(row.name(), row.country()), row.name(), "LOC", "town", row.country(), prior);
        row.aliases().forEach(alias -> draft.alias(alias, false));
        if (!drafts.has(draft.id())) {
            drafts.add(draft);
        }
    }

    private @Nullable Draft item(SourceRow row, boolean largestOfName, Drafts americanTowns) {
        if (row.country().equals("US")) {
            String state = row.note().replace("admin=", "");
            for (Draft town : americanTowns.named(row.name())) {
                if (state.equals(stateOf.get(town.id()))) {
                    return town;
                }
            }
        }
        Draft best = null;
        for (Draft place : drafts.named(row.name())) {
            boolean free = place.id().startsWith("Q") && place.kind().equals("town") && !taken.contains(place.id());
            boolean country =
                    place.country().equals(row.country()) || (place.country().isEmpty() && largestOfName);
            if (free && country && place.type().equals("LOC") && (best == null || place.prior() > best.prior())) {
                best = place;
            }
        }
        return best;
    }
}
