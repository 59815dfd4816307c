package dev.newswire.benchmarks.kb;

import dev.newswire.enrich.text.Folding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Politicians: full names in both orders where both are used, family names alone for heads of state and government. */
final class People {
    private static final int LEAST_PRIOR = 4;
    private static final int KNOWN_BY_FAMILY_NAME = 9;

    private final Path folder;
    private final Drafts drafts;
    private final Countries countries;
    private final Set<String> wanted;

    People(Path folder, Drafts drafts, Countries countries, Set<String> wanted) {
        this.folder = folder;
        this.drafts = drafts;
        this.countries = countries;
        this.wanted = wanted;
    }

    void build() throws IOException {
        List<SourceRow> rows = Tables.rows(folder, "politicians").stream()
                .filter(row -> row.prior() >= LEAST_PRIOR || head(row) || wanted.contains(row.qid()))
                .toList();
        Map<String, Integer> bearers = new HashMap<>();
        rows.forEach(row -> bearers.merge(familyKey(row), prior(row), Math::max));
        rows.forEach(row -> person(row, bearers));
    }

    private void person(SourceRow row, Map<String, Integer> bearers) {
        String country = countries.code(row.country());
        int prior = prior(row);
        Draft draft = new Draft(row.qid(), row.name(), "PER", "person", country, prior);
        row.aliases().stream().filter(alias -> !Names.isOneWord(alias)).forEach(alias -> draft.alias(alias, false));
        draft.alias(Names.reversed(row.name(), country), false);
        boolean foremost = bearers.getOrDefault(familyKey(row), 0) == prior;
        if (head(row) && row.prior() >= KNOWN_BY_FAMILY_NAME && foremost) {
            draft.alias(Names.familyName(row.name(), country), true);
        }
        if (!Names.isOneWord(row.name())) {
            drafts.add(draft);
        }
    }

    private String familyKey(SourceRow row) {
        return Folding.fold(Names.familyName(row.name(), countries.code(row.country())));
    }

    private static boolean head(SourceRow row) {
        return row.subtype().startsWith("head");
    }

    private static int prior(SourceRow row) {
        return head(row) ? 45 + (int) Math.min(25, row.prior()) : 18 + (int) Math.min(16, row.prior());
    }
}
