package dev.newswire.enrich.entity;

import dev.newswire.schema.EntityType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The known entities by number, the table of their names, and the lexicon. Filled once, then only read. */
final class KnowledgeBase {
    /** What an entity is, as far as the rules ask. */
    enum Kind {
        COUNTRY,
        REGION,
        TOWN,
        PERSON,
        PARTY,
        MEDIA,
        COMPANY,
        OTHER;

        static final Kind[] ALL = values();
    }

    /** An entity before it has a number. */
    record Entry(String id, String name, EntityType type, Kind kind, String country, int prior, boolean curated) {}

    private final PhraseTable names = new PhraseTable(1 << 18);
    private final Lexicon lexicon = new Lexicon();
    private final List<Entry> entries = new ArrayList<>(1 << 17);
    private final Map<String, Integer> numbers = new HashMap<>(1 << 18);
    private String version = "";

    PhraseTable names() {
        return names;
    }

    Lexicon lexicon() {
        return lexicon;
    }

    Entry entity(int number) {
        return entries.get(number);
    }

    int size() {
        return entries.size();
    }

    /** Number of the entity with this id, or -1. */
    int number(String id) {
        return numbers.getOrDefault(id, -1);
    }

    /** Hash of the tables that this was read from. */
    String version() {
        return version;
    }

    void version(String value) {
        version = value;
    }

    /** Adds the entity, or takes the better prior and the curated name where the id is known; its number. */
    int add(Entry entry) {
        Integer known = numbers.get(entry.id());
        if (known == null) {
            numbers.put(entry.id(), entries.size());
            entries.add(entry);
            return entries.size() - 1;
        }
        Entry old = entries.get(known);
        String country = entry.country().isEmpty() ? old.country() : entry.country();
        int prior = Math.max(entry.prior(), old.prior());
        entries.set(
                known,
                new Entry(entry.id(), entry.name(), entry.type(), entry.kind(), country, prior, entry.curated()));
        return known;
    }
}
