package dev.newswire.enrich.entity;

import dev.newswire.schema.EntityType;

/**
 * An entity of the document: what all its mentions have in common.
 *
 * @param number number in the knowledge base, -1 where it is known by name only
 */
record Chain(String id, String name, EntityType type, int number) {
    static Chain of(KnowledgeBase base, int number) {
        KnowledgeBase.Entry entry = base.entity(number);
        return new Chain(entry.id(), entry.name(), entry.type(), number);
    }

    static Chain unknown(String name, EntityType type) {
        return new Chain(NilId.of(name, type), name, type, -1);
    }

    boolean known() {
        return number >= 0;
    }
}
