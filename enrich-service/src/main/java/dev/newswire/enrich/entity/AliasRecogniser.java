package dev.newswire.enrich.entity;

import dev.newswire.enrich.text.Folding;
import dev.newswire.enrich.text.Gap;
import dev.newswire.enrich.text.Shape;
import dev.newswire.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds known names: from left to right, the longest one that its place in the text bears out. */
final class AliasRecogniser {
    private static final int MOST_CANDIDATES = 24;

    private final PhraseTable table;
    private final Evidence evidence;

    AliasRecogniser(KnowledgeBase base) {
        this.table = base.names();
        this.evidence = new Evidence(base);
    }

    List<Span> recognise(Document document) {
        List<Span> spans = new ArrayList<>();
        for (Field field : document.fields()) {
            int i = 0;
            while (i < field.size()) {
                Span span = table.mayStart(field.tokens(), i) ? longestAt(document, field, i) : null;
                if (span != null) {
                    spans.add(span);
                }
                i = span == null ? i + 1 : span.to();
            }
        }
        return spans;
    }

    private @Nullable Span longestAt(Document document, Field field, int from) {
        Tokens tokens = field.tokens();
        Span best = null;
        long phrase = 0;
        int end = Math.min(field.size(), from + PhraseTable.LONGEST);
        for (int i = from; i < end && tokens.key(i) != 0; i++) {
            if (i > from && !Gap.joins(tokens.gap(i)) && tokens.gap(i) != (Gap.COMMA | Gap.SPACE)) {
                break;
            }
            Span span = named(document, field, from, i + 1, phrase);
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

    private @Nullable Span named(Document document, Field field, int from, int to, long before) {
        Tokens tokens = field.tokens();
        int last = to - 1;
        Span span = null;
        if (tokens.fullKey(last) != tokens.key(last)) {
            span = span(document, field, from, to, Folding.join(before, tokens.fullKey(last)));
        }
        if (span == null) {
            span = span(document, field, from, to, Folding.join(before, tokens.key(last)));
        }
        if (span == null && tokens.is(last, Shape.PLURAL)) {
            span = span(document, field, from, to, Folding.join(before, tokens.singularKey(last)));
        }
        return span;
    }

    private @Nullable Span span(Document document, Field field, int from, int to, long phrase) {
        int slot = table.first(phrase);
        if (slot == PhraseTable.NONE) {
            return null;
        }
        int[] sure = new int[MOST_CANDIDATES];
        int[] unsure = new int[MOST_CANDIDATES];
        int sureCount = 0;
        int unsureCount = 0;
        for (; slot != PhraseTable.NONE; slot = table.next(slot)) {
            if (!table.writtenAs(slot, field.tokens(), from, to)) {
                continue;
            }
            Evidence.Verdict verdict = evidence.verdict(document, field, from, to, slot);
            if (verdict == Evidence.Verdict.SURE && sureCount < MOST_CANDIDATES) {
                sure[sureCount++] = slot;
            } else if (verdict == Evidence.Verdict.UNSURE && unsureCount < MOST_CANDIDATES) {
                unsure[unsureCount++] = slot;
            }
        }
        if (sureCount > 0) {
            return Span.known(field, from, to, Arrays.copyOf(sure, sureCount), false);
        }
        return unsureCount > 0 ? Span.known(field, from, to, Arrays.copyOf(unsure, unsureCount), true) : null;
    }
}
