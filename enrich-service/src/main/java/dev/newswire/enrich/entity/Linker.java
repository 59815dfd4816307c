package dev.newswire.enrich.entity;

import dev.newswire.enrich.entity.KnowledgeBase.Entry;
import dev.newswire.enrich.entity.KnowledgeBase.Kind;
import dev.newswire.schema.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among the entities that bear a name: prior, agreement with the place in the sentence, and coherence with the
 * countries and full names of the document. The confidence is a judgement by kind, not yet a calibrated probability.
 */
final class Linker {
    /** Below this, a name stays without an entity. */
    static final float THRESHOLD = 0.5f;

    private static final float COHERENT = 0.15f;
    private static final int WELL_KNOWN = 60;
    /** What it adds if all countries of the document are the candidate's. */
    private static final float COHERENCE = 6;
    /** What it adds, or takes, that the tagger is sure of the type. */
    private static final float TAGGED = 1.5f;

    /** The choice: an entity's number or -1, and how sure. */
    record Choice(int number, float confidence) {
        static final Choice NONE = new Choice(-1, 0);
    }

    private final KnowledgeBase base;
    private final PhraseTable table;

    Linker(KnowledgeBase base) {
        this.base = base;
        this.table = base.names();
    }

    Choice choose(Span span, Context context) {
        Span tagged = span.field().names().at(span.from(), span.to());
        int best = PhraseTable.NONE;
        float bestScore = Float.NEGATIVE_INFINITY;
        float second = Float.NEGATIVE_INFINITY;
        for (int slot : span.slots()) {
            if (!isSupported(slot, context)) {
                continue;
            }
            float score = score(span, slot, context) + agreement(tagged, slot);
            if (score > bestScore || (score == bestScore && precedes(slot, best))) {
                boolean same = best != PhraseTable.NONE && table.entity(slot) == table.entity(best);
                second = same ? second : bestScore;
                bestScore = score;
                best = slot;
            } else if (table.entity(slot) != table.entity(best)) {
                second = Math.max(second, score);
            }
        }
        if (best == PhraseTable.NONE) {
            return Choice.NONE;
        }
        float confidence = trust(span, best, context) * clarity(bestScore - second);
        return confidence < THRESHOLD ? Choice.NONE : new Choice(table.entity(best), confidence);
    }

    /** Ties are broken by id, so that the order of the table does not matter. */
    private boolean precedes(int slot, int other) {
        return base.entity(table.entity(slot))
                        .id()
                        .compareTo(base.entity(table.entity(other)).id())
                < 0;
    }

    /** Whether a name that needs support has it. */
    private boolean isSupported(int slot, Context context) {
        Entry entry = base.entity(table.entity(slot));
        boolean foreignParty = entry.kind() == Kind.PARTY
                && !entry.curated()
                && !entry.country().isEmpty()
                && context.share(entry.country()) == 0;
        if (foreignParty) {
            return false;
        }
        if (!table.is(slot, PhraseTable.WEAK) || context.names(table.entity(slot))) {
            return true;
        }
        boolean eligible = entry.curated() || entry.kind() == Kind.PARTY || entry.prior() >= 45;
        return eligible && context.share(entry.country()) >= COHERENT;
    }

    private float score(Span span, int slot, Context context) {
        Entry entry = base.entity(table.entity(slot));
        float share = context.share(entry.country());
        float score = entry.prior() / 10f + COHERENCE * share + (share > 0 ? 0.7f : 0);
        score += context.names(table.entity(slot)) ? 2 : 0;
        score += table.is(slot, PhraseTable.WEAK) ? -1 : 0;
        return score + agreement(span, entry.type());
    }

    /** Whether the tagger took the words for a name of this type. */
    private float agreement(@Nullable Span tagged, int slot) {
        if (tagged == null) {
            return 0;
        }
        boolean same = base.entity(table.entity(slot)).type() == tagged.type();
        return same ? TAGGED * tagged.confidence() : -TAGGED * tagged.confidence();
    }

    /** Whether the words around are those that stand around entities of this type. */
    private static float agreement(Span span, EntityType type) {
        Field field = span.field();
        boolean located = field.located(span.from());
        boolean titled = field.titled(span.from());
        boolean speaks = field.spaced(span.to()) && field.word(span.to(), Lexicon.SPEECH);
        if (type == EntityType.LOCATION) {
            return located ? 1.5f : titled ? -2 : 0;
        }
        if (type == EntityType.PERSON) {
            return titled ? 2 : speaks ? 0.7f : located ? -1.5f : 0;
        }
        return located ? -0.5f : 0;
    }

    /** How far a lone candidate of this kind is to be believed. */
    private float trust(Span span, int slot, Context context) {
        Entry entry = base.entity(table.entity(slot));
        if (table.is(slot, PhraseTable.DEMONYM)) {
            return 0.6f;
        }
        boolean coherent = context.share(entry.country()) > 0 || context.names(table.entity(slot));
        if (table.is(slot, PhraseTable.WEAK)) {
            return context.names(table.entity(slot)) ? 0.9f : 0.75f;
        }
        if (entry.curated() || entry.kind() == Kind.COUNTRY) {
            return span.length() > 1 || entry.prior() >= 60 ? 0.97f : 0.9f;
        }
        float support = coherent ? 0.2f : 0;
        if (entry.type() == EntityType.PERSON) {
            float base = entry.prior() >= 45 ? 0.75f : 0.45f;
            return base + support + (span.field().titled(span.from()) ? 0.1f : 0);
        }
        boolean placed = span.field().located(span.from())
                || span.field().names().agrees(span.from(), span.to(), EntityType.LOCATION);
        if (entry.kind() == Kind.TOWN && !coherent && !placed && span.length() == 1 && entry.prior() < WELL_KNOWN) {
            return 0;
        }
        float length = span.length() > 1 ? 0.1f : 0;
        return Math.min(0.95f, 0.45f + entry.prior() / 200f + support + length);
    }

    /** From 0.6 where two candidates are level to 1 where the best is far ahead. */
    private static float clarity(float lead) {
        return 0.6f + 0.4f * Math.min(1, lead / 2.5f);
    }
}
