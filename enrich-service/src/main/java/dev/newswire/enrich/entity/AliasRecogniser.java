package dev.newswire.enrich.entity;

import dev.newswire.enrich.text.Folding;
import dev.newswire.enrich.text.Gap;
import dev.newswire.enrich.text.Shape;
import dev.newswire.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the known names of a document: from left to right, the longest one that its place in the text bears out. */
final class AliasRecogniser {
    private static final int MOST_CANDIDATES = 24;

    private final PhraseTable table;
    private final Evidence evidence;
    private final Document document;
    private final int[] candidates = new int[MOST_CANDIDATES];

    AliasRecogniser(KnowledgeBase base, Document document) {
        this.table = base.names();
        this.evidence = new Evidence(base);
        this.document = document;
    }

    List<Span> recognise() {
        List<Span> spans = new ArrayList<>();
        for (Field field : document.fields()) {
            int i = 0;
            while (i < field.size()) {
                Span span = table.mayStart(field.tokens(), i) ? longestAt(field, i) : null;
                if (span != null && !isCut(field, span)) {
                    spans.add(span);
                    i = span.to();
                } else {
                    i++;
                }
            }
        }
        return spans;
    }

    /** `The Nikkei` where `Nikkei 225` follows: whether the name after the article goes on beyond this one. */
    private boolean isCut(Field field, Span span) {
        if (span.length() != 2 || !field.word(span.from(), Lexicon.FUNCTION)) {
            return false;
        }
        Span inner = longestAt(field, span.from() + 1);
        return inner != null && inner.to() > span.to();
    }

    private @Nullable Span longestAt(Field field, int from) {
        Tokens tokens = field.tokens();
        Span best = null;
        long phrase = 0;
        int end = Math.min(field.size(), from + PhraseTable.LONGEST);
        for (int i = from; i < end && tokens.key(i) != 0; i++) {
            if (i > from && !Gap.joins(tokens.gap(i)) && tokens.gap(i) != (Gap.COMMA | Gap.SPACE)) {
                break;
            }
            Span span = named(field, from, i + 1, phrase);
            best = span == null ? best : beforeComma(span);
            phrase = Folding.join(phrase, tokens.fullKey(i));
            if (!table.mayContinue(phrase)) {
                break;
            }
        }
        return best;
    }

    /** Of `Denver, Colorado`, the first part is the name and the second one only tells which Denver. */
    private static Span beforeComma(Span span) {
        for (int i = span.from() + 1; i < span.to(); i++) {
            if ((span.field().tokens().gap(i) & Gap.COMMA) != 0) {
                return Span.known(span.field(), span.from(), i, span.slots(), span.tentative());
            }
        }
        return span;
    }

    private @Nullable Span named(Field field, int from, int to, long before) {
        Tokens tokens = field.tokens();
        int last = to - 1;
        Span span = null;
        if (tokens.fullKey(last) != tokens.key(last)) {
            span = span(field, from, to, Folding.join(before, tokens.fullKey(last)));
        }
        if (span == null) {
            span = span(field, from, to, Folding.join(before, tokens.key(last)));
        }
        if (span == null && tokens.is(last, Shape.PLURAL)) {
            span = span(field, from, to, Folding.join(before, tokens.singularKey(last)));
        }
        return span;
    }

    private @Nullable Span span(Field field, int from, int to, long phrase) {
        int slot = table.first(phrase);
        if (slot == PhraseTable.NONE) {
            return null;
        }
        int count = 0;
        boolean sure = false;
        for (; slot != PhraseTable.NONE && !(sure && count == MOST_CANDIDATES); slot = table.next(slot)) {
            if (!table.writtenAs(slot, field.tokens(), from, to)) {
                continue;
            }
            Evidence.Verdict verdict = evidence.verdict(document, field, from, to, slot);
            if (verdict == Evidence.Verdict.SURE && !sure) {
                sure = true;
                count = 0;
            }
            boolean counts = verdict == (sure ? Evidence.Verdict.SURE : Evidence.Verdict.UNSURE);
            if (counts && count < MOST_CANDIDATES) {
                candidates[count++] = slot;
            }
        }
        return count == 0 ? null : Span.known(field, from, to, Arrays.copyOf(candidates, count), !sure);
    }
}
