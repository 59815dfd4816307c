package dev.newswire.enrich.entity;

import dev.newswire.schema.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * An entity of the document: what all its mentions have in common.
 *
 * @param wikidataId Wikidata item, where it is known
 * @param country ISO 3166-1 alpha-2 code, or empty
 * @param number number in the knowledge base, -1 where it is known by name only
 */
record Chain(
        String id, String name, EntityType type, @Nullable String wikidataId, String country, int number) {
    static Chain of(KnowledgeBase base, int number) {
        KnowledgeBase.Entry entry = base.entity(number);
        return new Chain(entry.id(), entry.name(), entry.type(), base.wikidataId(entry.id()), entry.country(), number);
    }

    static Chain unknown(String name, EntityType type) {
        return new Chain(NilId.of(name, type), name, type, null, "", -1);
    }

    boolean known() {
        return number >= 0;
    }
}
