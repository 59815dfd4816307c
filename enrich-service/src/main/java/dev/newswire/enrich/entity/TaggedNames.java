package dev.newswire.enrich.entity;

import dev.newswire.schema.EntityType;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the tagger made of a document, by place: it bears out, or speaks against, what the table of names says. */
final class TaggedNames {
    private final List<Span> spans;
    private final Map<Field, Map<Long, Span>> places = new IdentityHashMap<>();
    private final Map<Field, BitSet> words = new IdentityHashMap<>();

    TaggedNames(List<Span> spans) {
        this.spans = spans;
        for (Span span : spans) {
            places.computeIfAbsent(span.field(), field -> new HashMap<>()).put(key(span.from(), span.to()), span);
            words.computeIfAbsent(span.field(), field -> new BitSet()).set(span.from(), span.to());
        }
    }

    List<Span> spans() {
        return spans;
    }

    /** The tagged name of just these words; null where there is none. */
    @Nullable
    Span at(Field field, int from, int to) {
        Map<Long, Span> ofField = places.get(field);
        return ofField == null ? null : ofField.get(key(from, to));
    }

    /** Whether just these words are tagged as a name of this type. */
    boolean agrees(Field field, int from, int to, EntityType type) {
        Span span = at(field, from, to);
        return span != null && span.type() == type;
    }

    /** Whether the word is part of a tagged name. */
    boolean covers(Field field, int i) {
        BitSet ofField = words.get(field);
        return ofField != null && ofField.get(i);
    }

    private static long key(int from, int to) {
        return (long) from << 32 | to;
    }
}
