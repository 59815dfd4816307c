package dev.newswire.enrich.entity;

import dev.newswire.schema.EntityType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the tagger made of one text, by place: it bears out, or speaks against, what the table of names says. */
final class TaggedNames {
    /** Of a text that the tagger did not read. */
    static final TaggedNames NONE = new TaggedNames(0, new BitSet());

    private final List<Span> spans = new ArrayList<>();
    private final @Nullable Span[] owners;
    private final BitSet credits;

    /**
     * @param words number of words of the text
     * @param credits words that name whoever wrote or photographed, in which no name is looked for
     */
    TaggedNames(int words, BitSet credits) {
        this.owners = new Span[words];
        this.credits = credits;
    }

    /** Adds a name; one that overlaps an earlier one, or a credit, is left out. */
    void add(Span span) {
        for (int i = span.from(); i < span.to(); i++) {
            if (owners[i] != null || credits.get(i)) {
                return;
            }
        }
        spans.add(span);
        for (int i = span.from(); i < span.to(); i++) {
            owners[i] = span;
        }
    }

    List<Span> spans() {
        return spans;
    }

    /** The tagged name of just these words; null where there is none. */
    @Nullable
    Span at(int from, int to) {
        Span span = around(from);
        return span != null && span.from() == from && span.to() == to ? span : null;
    }

    /** The tagged name that the word is part of; null where there is none. */
    @Nullable
    Span around(int i) {
        return i < owners.length ? owners[i] : null;
    }

    /** Whether just these words are tagged as a name of this type. */
    boolean agrees(int from, int to, EntityType type) {
        Span span = at(from, to);
        return span != null && span.type() == type;
    }

    /** Whether the word is in a line of credits. */
    boolean isCredit(int i) {
        return credits.get(i);
    }
}
