package dev.newswire.enrich.entity;

import dev.newswire.enrich.text.Gap;
import dev.newswire.enrich.text.Shape;
import dev.newswire.enrich.text.Tokens;
import dev.newswire.schema.EntityType;

/**
 * Names that the writing of a single word tells, whatever was learned: `JustGiving`, `StumbleUpon`. A capital inside a
 * word is nobody's but a name's; whether of a company or of what it makes, the word alone does not tell.
 */
final class WordNames {
    /** Above what gold standards and consumers leave out, below any name that more speaks for. */
    private static final float CONFIDENCE = 0.65f;

    private static final int SHORTEST = 5;

    private WordNames() {}

    /** Adds those that are part of no other name. */
    static void add(Field field, TaggedNames names) {
        for (int i = 0; i < field.size(); i++) {
            boolean mixed = field.capital(i) && field.tokens().is(i, Shape.LOWER);
            boolean free = mixed && names.around(i) == null && field.ordinary(i) == 0 && isWritten(field.tokens(), i);
            if (free && isJoined(field.tokens().surface(i, i + 1))) {
                names.add(Span.unknown(field, i, i + 1, EntityType.MISC, CONFIDENCE));
            }
        }
    }

    /** Whether the word stands in prose: not in an address, nor as the name of an account or a topic. */
    private static boolean isWritten(Tokens tokens, int i) {
        int start = tokens.start(i);
        return start == 0
                || (tokens.gap(i) & (Gap.OTHER | Gap.HYPHEN)) == 0
                || Character.isWhitespace(tokens.text().charAt(start - 1));
    }

    /** Whether two words or more, each with its capital, are written as one; `McDonald` and `LeBron` are not. */
    private static boolean isJoined(String word) {
        if (word.length() < SHORTEST || !word.chars().allMatch(Character::isLetter)) {
            return false;
        }
        int first = 1;
        while (first < word.length() && Character.isLowerCase(word.charAt(first))) {
            first++;
        }
        boolean second = first + 1 < word.length()
                && Character.isUpperCase(word.charAt(first))
                && Character.isLowerCase(word.charAt(first + 1));
        return second && first > 2 && !word.startsWith("Mac") && !word.startsWith("Fitz");
    }
}
