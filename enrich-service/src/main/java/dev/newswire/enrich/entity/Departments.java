package dev.newswire.enrich.entity;

import dev.newswire.enrich.entity.KnowledgeBase.Entry;
import dev.newswire.enrich.entity.KnowledgeBase.Kind;
import dev.newswire.enrich.text.Folding;
import dev.newswire.schema.EntityType;
import java.util.Arrays;

/**
 * Joins a department with the country or state that stands before it: `U.S. Department of Education` is one name, and
 * not that of the department that another country has under the name.
 */
final class Departments {
    private static final long DEPARTMENT = Folding.key("department");
    private static final float CONFIDENCE = 0.8f;

    private final KnowledgeBase base;
    private final PhraseTable table;

    Departments(KnowledgeBase base) {
        this.base = base;
        this.table = base.names();
    }

    /** The span, longer by the country before it; known only by those of its candidates that are of this country. */
    Span with(Span span) {
        Field field = span.field();
        int from = span.from();
        boolean department =
                span.length() > 1 && span.chain() == null && field.tokens().key(from) == DEPARTMENT;
        if (!department || !field.spaced(from)) {
            return span;
        }
        String country = country(field, from - 1);
        if (country.isEmpty()) {
            return span;
        }
        int[] own = Arrays.stream(span.slots())
                .filter(slot -> base.entity(table.entity(slot)).country().equals(country))
                .toArray();
        return own.length > 0
                ? Span.known(field, from - 1, span.to(), own, span.tentative())
                : Span.unknown(field, from - 1, span.to(), EntityType.ORGANISATION, CONFIDENCE);
    }

    /** Country of the country or state that the word names; empty where it names none. */
    private String country(Field field, int i) {
        int slot = table.first(Folding.join(0, field.tokens().key(i)));
        for (; slot != PhraseTable.NONE; slot = table.next(slot)) {
            Entry entry = base.entity(table.entity(slot));
            boolean around = entry.kind() == Kind.COUNTRY || entry.kind() == Kind.REGION;
            if (around && !table.is(slot, PhraseTable.DEMONYM) && table.writtenAs(slot, field.tokens(), i, i + 1)) {
                return entry.country();
            }
        }
        return "";
    }
}
