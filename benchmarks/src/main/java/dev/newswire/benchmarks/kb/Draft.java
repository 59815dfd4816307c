package dev.newswire.benchmarks.kb;

import dev.newswire.enrich.text.Folding;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An entity while it is put together from several sources. */
final class Draft {
    private static final int MOST_ALIASES = 12;

    private final String id;
    private final String name;
    private final String type;
    private String kind;
    private String country;
    private int prior;
    /** Alias to whether it is weak, by folded spelling. */
    private final Map<String, Alias> aliases = new LinkedHashMap<>();

    private record Alias(String text, boolean weak) {}

    Draft(String id, String name, String type, String kind, String country, int prior) {
        this.id = id;
        this.name = name;
        this.type = type;
        this.kind = kind;
        this.country = country;
        this.prior = prior;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    String type() {
        return type;
    }

    String kind() {
        return kind;
    }

    String country() {
        return country;
    }

    int prior() {
        return prior;
    }

    Set<String> aliasTexts() {
        return Set.copyOf(aliases.values().stream().map(Alias::text).toList());
    }

    Draft alias(String text, boolean weak) {
        String key = caseKey(text);
        if (text.isBlank() || key.equals(caseKey(name))) {
            return this;
        }
        Alias known = aliases.get(key);
        if (known == null ? aliases.size() < MOST_ALIASES : known.weak() && !weak) {
            aliases.put(key, new Alias(text, weak));
        }
        return this;
    }

    /** Takes what another source says about the same entity. */
    void absorb(Draft other) {
        prior = Math.max(prior, other.prior);
        if (country.isEmpty()) {
            country = other.country;
        }
        if (kind.equals("other")) {
            kind = other.kind;
        }
        alias(other.name, false);
        other.aliases.values().forEach(alias -> alias(alias.text(), alias.weak()));
    }

    void raise(int value) {
        prior = Math.max(prior, value);
    }

    void place(String kindOfPlace, String inCountry) {
        kind = kind.equals("country") ? kind : kindOfPlace;
        country = country.isEmpty() ? inCountry : country;
    }

    String line() {
        Map<String, String> sorted = new TreeMap<>();
        aliases.values().forEach(alias -> sorted.put((alias.weak() ? "~" : "") + alias.text(), ""));
        return String.join(
                "\t", "E", id, name, type, kind, country, Integer.toString(prior), String.join("|", sorted.keySet()));
    }

    /** Spellings with the same key find the same text: accents fold, capitals of acronyms count. */
    private static String caseKey(String text) {
        boolean capitals = text.chars().noneMatch(Character::isLowerCase);
        return (capitals ? "^" : "") + Folding.fold(text);
    }
}
