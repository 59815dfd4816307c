package dev.newswire.benchmarks.kb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/** Agencies, parties, companies, media, universities: each source has its own scale of priors, all come to one. */
final class Organisations {
    private static final Set<String> LEGAL_FORMS = Set.of(
            "Inc",
            "Inc.",
            "Ltd",
            "Ltd.",
            "Limited",
            "Corp",
            "Corp.",
            "Corporation",
            "Co",
            "Co.",
            "Company",
            "PLC",
            "Plc",
            "plc",
            "AG",
            "SE",
            "SA",
            "S.A.",
            "NV",
            "N.V.",
            "ASA",
            "AB",
            "Oyj",
            "SpA",
            "S.p.A.",
            "Group",
            "Holdings",
            "Holding",
            "KGaA",
            "GmbH",
            "LLC",
            "L.P.",
            "LP",
            "(The)");

    private final Path folder;
    private final Drafts drafts;
    private final Countries countries;
    private final Set<String> wanted;

    Organisations(Path folder, Drafts drafts, Countries countries, Set<String> wanted) {
        this.folder = folder;
        this.drafts = drafts;
        this.countries = countries;
        this.wanted = wanted;
    }

    void build() throws IOException {
        Tables.rows(folder, "agencies_intl_orgs").forEach(this::agency);
        Tables.rows(folder, "political_parties").forEach(this::party);
        Tables.rows(folder, "organisations_ror").forEach(this::researchOrganisation);
        Tables.rows(folder, "brands_nsi").stream()
                .filter(row -> row.type().equals("ORG"))
                .forEach(this::brand);
        CompanyItems items = new CompanyItems(folder, Organisations::withoutLegalForm);
        Tables.rows(folder, "companies").forEach(row -> company(row, items));
        Tables.rows(folder, "media").forEach(this::medium);
    }

    private void agency(SourceRow row) {
        int prior = 34 + (int) Math.min(26, row.prior());
        add(row, "other", prior, row.prior() < 20);
    }

    private void party(SourceRow row) {
        Draft draft = add(row, "party", row.prior() >= 7 ? 36 : 30, true);
        int acronym = row.note().indexOf("gen_acronym=");
        if (acronym >= 0) {
            draft.alias(row.note().substring(acronym + 12).split("[; ]")[0], true);
        }
    }

    private void researchOrganisation(SourceRow row) {
        boolean university = row.subtype().equals("university");
        boolean known = row.prior() >= (university ? 5 : 6);
        boolean kept = !Set.of("archive", "funder", "hospital").contains(row.subtype()) || row.prior() >= 9;
        if (!wanted.contains(row.qid()) && (row.qid().isEmpty() || !known || !kept)) {
            return;
        }
        boolean world = row.subtype().equals("international_organisation");
        int prior = Math.min(60, 18 + 2 * (int) row.prior() + (world ? 12 : 0));
        add(row, "other", prior, !world);
    }

    private void brand(SourceRow row) {
        boolean public_ =
                row.subtype().equals("government_agency") || row.subtype().contains("organisation");
        if (row.prior() < 2 && !public_ && !wanted.contains(row.qid())) {
            return;
        }
        int prior = 22 + 2 * (int) Math.min(19, row.prior());
        String kind = row.subtype().startsWith("company") ? "company" : "other";
        add(row, kind, prior, row.prior() < 6);
    }

    private void company(SourceRow row, CompanyItems items) {
        if (row.prior() < 5) {
            return;
        }
        String country = countries.code(row.country());
        String shortName = withoutLegalForm(row.name());
        int prior = row.prior() >= 10 ? 52 : row.prior() == 9 ? 46 : row.prior() == 8 ? 40 : 28;
        boolean weak = row.prior() < 9;
        Draft draft = new Draft(Drafts.slug(shortName, country), shortName, "ORG", "company", country, prior);
        draft.alias(row.name(), false);
        row.aliases().forEach(alias -> alias(draft, alias, weak));
        Draft brand = Stream.concat(drafts.named(shortName).stream(), drafts.named("The " + shortName).stream())
                .filter(known ->
                        known.id().startsWith("Q") && Set.of("company", "other").contains(known.kind()))
                .filter(known -> known.country().isEmpty() || known.country().equals(country))
                .findFirst()
                .orElse(draft);
        if (brand != draft) {
            brand.absorb(draft);
            return;
        }
        SourceRow item = items.find(shortName, country);
        if (item != null) {
            Draft known = new Draft(item.qid(), shortName, "ORG", "company", country, prior);
            known.absorb(draft);
            known.alias(item.name(), false);
            drafts.add(known);
            return;
        }
        if (!weak || !Names.isOneWord(shortName)) {
            drafts.add(draft);
        }
    }

    private void medium(SourceRow row) {
        if (row.qid().isEmpty()) {
            return;
        }
        Draft draft = add(row, "media", 24 + 3 * (int) row.prior(), true);
        row.aliases().forEach(alias -> draft.alias(alias, true));
    }

    private Draft add(SourceRow row, String kind, int prior, boolean shortNamesWeak) {
        String country = kind.equals("company") ? "" : countries.code(row.country());
        boolean article = !Names.withoutArticle(row.name()).isEmpty();
        Draft draft = new Draft(row.qid(), row.name(), "ORG", kind, country, prior);
        if (!kind.equals("media")) {
            row.aliases().forEach(alias -> alias(draft, alias, shortNamesWeak));
        }
        if (article) {
            draft.alias(Names.withoutArticle(row.name()), true);
        }
        return drafts.add(draft);
    }

    private static void alias(Draft draft, String alias, boolean shortNamesWeak) {
        boolean short_ = Names.isOneWord(alias);
        if (alias.length() > 1) {
            draft.alias(alias, short_ && (shortNamesWeak || alias.length() < 3));
        }
    }

    private static String withoutLegalForm(String name) {
        String rest = name.replace(",", "");
        while (rest.indexOf(' ') > 0 && LEGAL_FORMS.contains(rest.substring(rest.lastIndexOf(' ') + 1))) {
            rest = rest.substring(0, rest.lastIndexOf(' '));
        }
        return rest;
    }
}
