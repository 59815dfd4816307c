package dev.newswire.enrich.entity;

import dev.newswire.enrich.text.Folding;
import dev.newswire.enrich.text.Gap;
import dev.newswire.enrich.text.Shape;
import dev.newswire.enrich.text.Tokens;
import dev.newswire.enrich.text.WordSet;

/** What words around a name tell of its bearer: that it acts, that it is a person, that it is several. */
final class Actions {
    private static final WordSet PLURAL_VERBS = WordSet.of("are were have");
    private static final long THE = Folding.key("the");
    private static final int ENDS_CLAUSE = Gap.STOP | Gap.QUOTE | Gap.COMMA | Gap.BREAK;

    private Actions() {}

    /** Whether the word does or has something: `Cook thanked`, `May's speech`. */
    static boolean acts(Field field, int i) {
        if (field.tokens().is(i, Shape.POSSESSIVE)) {
            return true;
        }
        int next = i + 1;
        if (!field.spaced(next) || field.capital(next)) {
            return false;
        }
        return field.word(next, Lexicon.SPEECH)
                || field.tokens().surface(next, next + 1).endsWith("ed");
    }

    /** Whether only a person can stand here: `Washington, 41, stood`, `"...," said Washington.` */
    static boolean isPerson(Field field, int i) {
        Tokens tokens = field.tokens();
        int next = i + 1;
        boolean aged = next < field.size()
                && tokens.gap(next) == (Gap.COMMA | Gap.SPACE)
                && tokens.is(next, Shape.NUMBER)
                && tokens.end(next) - tokens.start(next) == 2
                && (tokens.gap(next + 1) & ENDS_CLAUSE) != 0;
        boolean speaks = field.spaced(i) && field.word(i - 1, Lexicon.SPEECH) && (tokens.gap(next) & ENDS_CLAUSE) != 0;
        return aged || speaks;
    }

    /** Whether the word is taken for several, as teams are: `Paris are left with`. */
    static boolean isSeveral(Field field, int i) {
        return field.spaced(i + 1) && PLURAL_VERBS.contains(field.tokens().key(i + 1));
    }

    /** Whether the article stands before the word. */
    static boolean hasArticle(Field field, int i) {
        return field.spaced(i) && field.tokens().key(i - 1) == THE;
    }
}
