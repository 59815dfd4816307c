package dev.newswire.enrich.entity;

import dev.newswire.enrich.text.Folding;
import dev.newswire.schema.EntityType;
import java.util.Arrays;

/** Joins company names with the legal form that follows: `Lennar Corp.` is Lennar where the table knows it by that name. */
final class LegalForms {
    private static final int MOST_CANDIDATES = 8;

    private final KnowledgeBase base;

    LegalForms(KnowledgeBase base) {
        this.base = base;
    }

    /** The span, longer by its legal form or linked by the name before it. */
    Span with(Span span) {
        return span.slots().length > 0 ? lengthened(span) : recognised(span);
    }

    private Span lengthened(Span span) {
        Field field = span.field();
        int to = span.to();
        while (field.spaced(to) && field.capital(to) && field.word(to, Lexicon.LEGAL_FORM)) {
            to++;
        }
        boolean company = to > span.to() && isOrganisation(span.slots()[0]);
        return company ? Span.known(field, span.from(), to, span.slots(), span.tentative()) : span;
    }

    private Span recognised(Span span) {
        Field field = span.field();
        int to = span.to();
        while (to > span.from() + 1 && field.word(to - 1, Lexicon.LEGAL_FORM)) {
            to--;
        }
        if (to == span.to() || span.chain() != null) {
            return span;
        }
        int[] known = organisations(field, span.from(), to);
        return known.length == 0 ? span : Span.known(field, span.from(), span.to(), known, false);
    }

    private int[] organisations(Field field, int from, int to) {
        long phrase = 0;
        for (int i = from; i < to; i++) {
            phrase = Folding.join(phrase, field.tokens().fullKey(i));
        }
        PhraseTable table = base.names();
        int[] slots = new int[MOST_CANDIDATES];
        int count = 0;
        int slot = table.first(phrase);
        while (slot != PhraseTable.NONE && count < MOST_CANDIDATES) {
            if (isOrganisation(slot)) {
                slots[count++] = slot;
            }
            slot = table.next(slot);
        }
        return Arrays.copyOf(slots, count);
    }

    private boolean isOrganisation(int slot) {
        return base.entity(base.names().entity(slot)).type() == EntityType.ORGANISATION;
    }
}
