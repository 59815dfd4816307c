package dev.newswire.enrich.entity;

import dev.newswire.enrich.text.Folding;
import dev.newswire.enrich.text.Gap;
import dev.newswire.enrich.text.Shape;
import dev.newswire.enrich.text.Tokens;
import dev.newswire.schema.EntityType;

/**
 * Where a tagged name begins and ends by the rules of writing, whatever was learned: at brackets, quotation marks and
 * dashes, after articles and titles.
 *
 * @param from first word
 * @param to word after the last one
 */
record Bounds(int from, int to) {
    private static final long OF = Folding.key("of");
    private static final int PARTING = Gap.OPEN | Gap.CLOSE | Gap.QUOTE;

    static Bounds of(Field field, int from, int to, EntityType type) {
        int start = start(field, from, to, type);
        return new Bounds(start, end(field, start, to, type));
    }

    private static int end(Field field, int from, int to, EntityType type) {
        int parting = type == EntityType.LOCATION ? PARTING | Gap.COMMA : PARTING;
        Tokens tokens = field.tokens();
        for (int i = from + 1; i < to; i++) {
            if ((tokens.gap(i) & parting) != 0 || tokens.isDash(i)) {
                return i;
            }
        }
        boolean amount = to - from > 1 && isAmount(tokens, to - 1);
        if (amount) {
            return to - 1;
        }
        return type == EntityType.PERSON && isSecondSyllable(field, from, to) ? to + 1 : to;
    }

    /** `1.8` of `Honda 1.8 percent`, which the sentence says of `Honda`. */
    private static boolean isAmount(Tokens tokens, int i) {
        return tokens.is(i, Shape.NUMBER) && tokens.surface(i, i + 1).matches("\\d+[.,]\\d.*");
    }

    /** `hoon` of `Park Ji-hoon`. */
    private static boolean isSecondSyllable(Field field, int from, int i) {
        return i < field.size()
                && field.tokens().gap(i) == Gap.HYPHEN
                && field.word(from, Lexicon.LEADING_SURNAME)
                && field.ordinary(i) == 0
                && !field.word(i, Lexicon.FOLLOWER);
    }

    /** The first word that is neither an article nor, before a person's name, a title. */
    private static int start(Field field, int from, int to, EntityType type) {
        int start = from;
        while (start < to - 1 && isLeftOut(field, start, type)) {
            start++;
        }
        return start;
    }

    /** Not `One` of `One-Eyed Jacks` nor `Duchess` of `Duchess of Cambridge`. */
    private static boolean isLeftOut(Field field, int i, EntityType type) {
        if (field.word(i, Lexicon.FUNCTION)) {
            return field.tokens().gap(i + 1) != Gap.HYPHEN;
        }
        return isTitle(field, i, type) && field.tokens().key(i + 1) != OF;
    }

    private static boolean isTitle(Field field, int i, EntityType type) {
        boolean title = field.word(i, Lexicon.TITLE) && !field.word(i, Lexicon.FIRST_NAME);
        return type == EntityType.PERSON && (title || field.word(i, Lexicon.HONORIFIC));
    }
}
