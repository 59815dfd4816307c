package dev.newswire.enrich.entity;

import dev.newswire.schema.EntityType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    private final @Nullable KnowledgeBase below;
    private final PhraseTable names;
    private final Lexicon lexicon;
    private final List<Entry> entries;
    private final Map<String, Integer> numbers;
    private final Map<String, String> wikidataIds = new HashMap<>();
    private String version = "";

    KnowledgeBase() {
        below = null;
        names = new PhraseTable(1 << 18);
        lexicon = new Lexicon();
        entries = new ArrayList<>(1 << 17);
        numbers = new HashMap<>(1 << 18);
    }

    /**
     * A base over another one, which must not change any more.
     *
     * @param nameless numbers of entities whose names it does not take over
     */
    KnowledgeBase(KnowledgeBase below, BitSet nameless) {
        this.below = below;
        names = new PhraseTable(below.names, nameless);
        lexicon = below.lexicon;
        entries = new ArrayList<>(below.entries);
        numbers = new HashMap<>();
    }

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
        Integer number = numbers.get(id);
        if (number != null) {
            return number;
        }
        return below == null ? -1 : below.number(id);
    }

    /** Wikidata item of the entity with this id, or null. */
    @Nullable
    String wikidataId(String id) {
        return id.startsWith("Q") ? id : wikidataIds.get(id);
    }

    void wikidataId(String id, String item) {
        wikidataIds.put(id, item);
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

    /** Adds the entity, or puts it in the place of the one of its id; its number. */
    int replace(Entry entry) {
        int known = number(entry.id());
        if (known < 0) {
            return add(entry);
        }
        entries.set(known, entry);
        return known;
    }
}
