package dev.newswire.enrich.entity;

import dev.newswire.enrich.text.Gap;
import dev.newswire.enrich.text.Shape;
import dev.newswire.enrich.text.Tokens;
import dev.newswire.schema.EntityType;
import dev.newswire.schema.MentionMethod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Joins short forms with the full names of the same document: `Ogawa` with `Ogawa Junya`, `Dominion` with `Dominion
 * Textile`. Which part of a name is the family name depends on its language, so both ends count, the likelier first.
 */
final class ShortForms {
    private static final int SHORTEST = 2;
    private static final int PROMINENT = 80;
    /** Bearers of one name that are kept apart. */
    private static final int MOST_NAMESAKES = 16;

    /** A part of a full name. */
    private record Part(Chain chain, boolean family, int position, Field field) {}

    private final KnowledgeBase base;
    private final Mentions mentions;
    private final Map<Long, List<Part>> people = new HashMap<>();
    private final ShortNames others;

    private ShortForms(KnowledgeBase base, Mentions mentions) {
        this.base = base;
        this.mentions = mentions;
        this.others = new ShortNames(base, mentions);
    }

    /** Adds and relinks spans of short forms. */
    static void join(Document document, Mentions mentions, KnowledgeBase base) {
        ShortForms forms = new ShortForms(base, mentions);
        forms.collect(mentions.inOrder(document));
        if (forms.people.isEmpty() && forms.others.isEmpty()) {
            return;
        }
        for (Field field : document.fields()) {
            for (int i = 0; i < field.size(); i++) {
                forms.visit(field, i);
            }
        }
    }

    private void collect(List<Span> spans) {
        for (Span span : spans) {
            Chain chain = span.chain();
            if (chain == null || span.length() < 2) {
                continue;
            }
            if (chain.type() == EntityType.PERSON) {
                person(span, chain);
            } else {
                others.collect(span, chain);
            }
        }
    }

    private void person(Span span, Chain chain) {
        Field field = span.field();
        int last = span.to() - 1;
        while (last > span.from() && isSuffix(field.tokens(), last)) {
            last--;
        }
        boolean leading = field.word(span.from(), Lexicon.LEADING_SURNAME) || isFamilyFirst(span, chain);
        part(field, last, chain, !leading);
        if (last > span.from()) {
            part(field, span.from(), chain, leading);
        }
    }

    /** Whether the text turns the known order of the name round, as in `Ishiba Shigeru`. */
    private boolean isFamilyFirst(Span span, Chain chain) {
        if (!chain.known()) {
            return false;
        }
        String name = chain.name();
        String first = span.field().tokens().surface(span.from(), span.from() + 1);
        return base.entity(chain.number()).country().equals("JP") && name.endsWith(" " + first);
    }

    private static boolean isSuffix(Tokens tokens, int i) {
        String word = tokens.surface(i, i + 1);
        return word.startsWith("Jr") || word.startsWith("Sr") || word.equals("II") || word.equals("III");
    }

    private void part(Field field, int i, Chain chain, boolean family) {
        Tokens tokens = field.tokens();
        if (tokens.end(i) - tokens.start(i) < SHORTEST || tokens.is(i, Shape.LETTER)) {
            return;
        }
        List<Part> parts = people.computeIfAbsent(tokens.key(i), key -> new ArrayList<>());
        boolean known = parts.stream().anyMatch(part -> part.chain().equals(chain));
        if (!known && parts.size() < MOST_NAMESAKES) {
            parts.add(new Part(chain, family, i, field));
        }
    }

    private void visit(Field field, int i) {
        if (!field.capital(i) || field.names().isCredit(i)) {
            return;
        }
        long key = field.tokens().key(i);
        List<Part> parts = people.get(key);
        if (parts != null) {
            person(field, i, parts);
            return;
        }
        Chain other = others.at(field, i);
        if (other != null && !isExtended(field, i)) {
            replace(mentions.at(field, i), Span.of(field, i, i + 1, MentionMethod.SHORT_FORM, other, 0.7f));
        }
    }

    private void replace(@Nullable Span owner, Span span) {
        if (owner != null) {
            mentions.remove(owner);
        }
        mentions.add(span);
    }

    private void person(Field field, int i, List<Part> parts) {
        Span owner = mentions.at(field, i);
        if (owner != null && owner.length() > 1) {
            relink(owner, i, parts);
            return;
        }
        Part part = choose(field, i, parts);
        if (part == null || !isPersonal(field, i) || isExtended(field, i)) {
            return;
        }
        if (owner != null && !yields(field, i, owner, part)) {
            return;
        }
        if (owner != null) {
            mentions.remove(owner);
        }
        float confidence = part.family() ? 0.9f : 0.75f;
        int from = hyphenatedFrom(field, i, part);
        mentions.add(Span.of(field, from, i + 1, MentionMethod.SHORT_FORM, part.chain(), confidence));
    }

    /** A tagged name of several words that are the last ones of a full name: `Okafor-Bright`. */
    private void relink(Span owner, int i, List<Part> parts) {
        Chain chain = owner.chain();
        Part part = choose(owner.field(), i, parts);
        if (chain == null || part == null || i != owner.to() - 1 || chain.equals(part.chain())) {
            return;
        }
        if (owner.method() != MentionMethod.TAGGER || chain.known()) {
            return;
        }
        mentions.remove(owner);
        int from = hyphenatedFrom(owner.field(), i, part);
        boolean same = from == owner.from();
        mentions.add(same ? Span.of(owner.field(), from, i + 1, MentionMethod.SHORT_FORM, part.chain(), 0.9f) : owner);
    }

    /** First word of a double-barrelled name whose last word this is. */
    private int hyphenatedFrom(Field field, int i, Part part) {
        int from = i;
        int same = part.position();
        while (from > 0
                && same > 0
                && field.tokens().gap(from) == Gap.HYPHEN
                && field.tokens().key(from - 1) == part.field().tokens().key(same - 1)
                && mentions.at(field, from - 1) == null) {
            from--;
            same--;
        }
        return from;
    }

    /** The last full name before this word that has it as family name, else as an unambiguous given name. */
    private @Nullable Part choose(Field field, int i, List<Part> parts) {
        Part best = null;
        for (Part part : parts) {
            boolean before = part.field() != field || part.position() < i;
            if (part.family() && (best == null || before)) {
                best = part;
            }
        }
        if (best != null) {
            return best;
        }
        Chain only = parts.get(0).chain();
        boolean unambiguous = parts.stream().allMatch(part -> part.chain().equals(only));
        return unambiguous && field.ordinary(i) <= 2 && !field.word(i, Lexicon.FUNCTION) ? parts.get(0) : null;
    }

    /** Whether the word stands here as a person's name and not as the ordinary word that it may also be. */
    private static boolean isPersonal(Field field, int i) {
        boolean addressed = field.titled(i);
        if (addressed || field.word(i, Lexicon.CALENDAR)) {
            return addressed || Actions.acts(field, i);
        }
        if (field.word(i, Lexicon.FUNCTION)) {
            return false;
        }
        int ordinary = field.ordinary(i);
        return ordinary <= 5 || Actions.acts(field, i) || (field.chosen(i) && ordinary <= 90 && !field.located(i));
    }

    private boolean isExtended(Field field, int i) {
        boolean left = field.extendsLeft(i) && mentions.at(field, i - 1) == null && field.ordinary(i - 1) < 30;
        if (left) {
            return true;
        }
        if (!field.extendsRight(i + 1)) {
            return false;
        }
        int parts = Lexicon.ORGANISATION | Lexicon.PLACE | Lexicon.THING;
        return field.word(i + 1, parts) || (mentions.at(field, i + 1) == null && field.ordinary(i + 1) == 0);
    }

    /** Whether what the table of names made of this word gives way to the person. */
    private boolean yields(Field field, int i, Span owner, Part part) {
        Chain chain = owner.chain();
        if (chain == null || chain.equals(part.chain())) {
            return chain == null;
        }
        int prior = chain.known() ? base.entity(chain.number()).prior() : 0;
        if (chain.type() == EntityType.PERSON) {
            return prior < PROMINENT || !chain.known();
        }
        if (chain.type() == EntityType.LOCATION) {
            boolean speaks = field.spaced(i + 1) && field.word(i + 1, Lexicon.SPEECH);
            boolean personal = speaks || field.titled(i) || Actions.isPerson(field, i);
            return part.family() && !field.located(i) && (prior < PROMINENT || personal);
        }
        return part.family() && prior < PROMINENT;
    }
}
