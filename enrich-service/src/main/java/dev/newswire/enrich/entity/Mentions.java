package dev.newswire.enrich.entity;

import dev.newswire.schema.MentionMethod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The spans of a document that do not overlap, and which of them each word belongs to. */
final class Mentions {
    private final Map<Field, @Nullable Span[]> owners = new IdentityHashMap<>();

    private Mentions() {}

    /** Keeps, of spans that overlap, the longest, then the one recognised in the surest way. */
    static Mentions select(Document document, List<Span> spans) {
        Mentions mentions = new Mentions();
        document.fields().forEach(field -> mentions.owners.put(field, new Span[field.size()]));
        List<Span> sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparingInt(Span::length)
                .reversed()
                .thenComparingInt(span -> rank(span.method()))
                .thenComparingInt(Span::from));
        sorted.forEach(mentions::add);
        return mentions;
    }

    private static int rank(MentionMethod method) {
        return switch (method) {
            case ACRONYM -> 0;
            case ALIAS -> 1;
            case SHORT_FORM -> 2;
            case TAGGER -> 3;
        };
    }

    /** Adds the span unless one of its words is taken. */
    boolean add(Span span) {
        @Nullable Span[] words = words(span.field());
        for (int i = span.from(); i < span.to(); i++) {
            if (words[i] != null) {
                return false;
            }
        }
        for (int i = span.from(); i < span.to(); i++) {
            words[i] = span;
        }
        return true;
    }

    void remove(Span span) {
        @Nullable Span[] words = words(span.field());
        for (int i = span.from(); i < span.to(); i++) {
            words[i] = null;
        }
    }

    @Nullable
    Span at(Field field, int i) {
        return i >= 0 && i < field.size() ? words(field)[i] : null;
    }

    /** All spans, those of the title first, in the order of the text. */
    List<Span> inOrder(Document document) {
        List<Span> spans = new ArrayList<>();
        for (Field field : document.fields()) {
            Span last = null;
            for (Span span : words(field)) {
                if (span != null && span != last) {
                    spans.add(span);
                    last = span;
                }
            }
        }
        return spans;
    }

    private @Nullable Span[] words(Field field) {
        @Nullable Span[] words = owners.get(field);
        if (words == null) {
            throw new IllegalArgumentException("The field is not of this document");
        }
        return words;
    }
}
