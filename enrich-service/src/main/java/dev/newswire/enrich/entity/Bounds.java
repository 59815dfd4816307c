package dev.newswire.enrich.entity;

import dev.newswire.enrich.text.Gap;
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
        return type == EntityType.PERSON && isSecondSyllable(field, from, to) ? to + 1 : to;
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
        while (start < to - 1 && (field.word(start, Lexicon.FUNCTION) || isTitle(field, start, type))) {
            start++;
        }
        return start;
    }

    private static boolean isTitle(Field field, int i, EntityType type) {
        boolean title = field.word(i, Lexicon.TITLE) && !field.word(i, Lexicon.FIRST_NAME);
        return type == EntityType.PERSON && (title || field.word(i, Lexicon.HONORIFIC));
    }
}
