package dev.newswire.enrich.entity;

import dev.newswire.enrich.text.Gap;
import dev.newswire.enrich.text.Shape;
import dev.newswire.enrich.text.Tokeniser;
import dev.newswire.enrich.text.Tokens;
import dev.newswire.schema.MentionField;

/** A text of the article with its words and what the lexicon knows of them. */
final class Field {
    private static final int LEAST_WORDS = 3;
    private static final float MOST = 0.6f;

    private final MentionField kind;
    private final Tokens tokens;
    private final int[] words;
    private final boolean heading;
    private final boolean shouting;
    private TaggedNames names = TaggedNames.NONE;

    Field(MentionField kind, String text, Lexicon lexicon) {
        this.kind = kind;
        this.tokens = Tokeniser.tokenise(text);
        this.words = new int[tokens.size()];
        int plain = 0;
        int capitals = 0;
        int shouted = 0;
        for (int i = 0; i < words.length; i++) {
            words[i] = lexicon.of(tokens.key(i));
            if (tokens.end(i) - tokens.start(i) >= 4 && tokens.is(i, Shape.LOWER | Shape.ALL_CAPS)) {
                plain++;
                capitals += tokens.is(i, Shape.CAPITAL) ? 1 : 0;
                shouted += tokens.is(i, Shape.ALL_CAPS) ? 1 : 0;
            }
        }
        this.heading = plain >= LEAST_WORDS && capitals > plain * MOST;
        this.shouting = plain >= LEAST_WORDS && shouted > plain * MOST;
    }

    /** What the tagger made of the text. */
    TaggedNames names() {
        return names;
    }

    void tagged(TaggedNames found) {
        names = found;
    }

    MentionField kind() {
        return kind;
    }

    Tokens tokens() {
        return tokens;
    }

    int size() {
        return words.length;
    }

    /** Flags of {@link Lexicon} of word `i`; 0 outside the text. */
    int word(int i) {
        return i >= 0 && i < words.length ? words[i] : 0;
    }

    boolean word(int i, int flags) {
        return (word(i) & flags) != 0;
    }

    int ordinary(int i) {
        return Lexicon.ordinary(word(i));
    }

    /** Whether most words have capitals, so that a capital says nothing. */
    boolean heading() {
        return heading;
    }

    /** Whether most words are written in capitals throughout. */
    boolean shouting() {
        return shouting;
    }

    boolean capital(int i) {
        return i >= 0 && i < words.length && tokens.is(i, Shape.CAPITAL);
    }

    /** Whether the capital of word `i` is the writer's choice and not a matter of its place. */
    boolean chosen(int i) {
        return capital(i) && !heading && !tokens.is(i, Shape.INITIAL);
    }

    /** Whether a space and nothing else parts word `i` from the one before it. */
    boolean spaced(int i) {
        return i > 0 && i < words.length && tokens.gap(i) == Gap.SPACE && !tokens.is(i - 1, Shape.POSSESSIVE);
    }

    /** Whether a preposition of place stands before word `i`. */
    boolean located(int i) {
        return i > 0 && (tokens.gap(i) == Gap.SPACE) && word(i - 1, Lexicon.LOCATIVE);
    }

    /** Whether a title of a person stands before word `i`. */
    boolean titled(int i) {
        return i > 0 && tokens.gap(i) == Gap.SPACE && word(i - 1, Lexicon.TITLE) && capital(i - 1);
    }

    /** Whether the word before `i` is a capitalised one that may belong to the same name. */
    boolean extendsLeft(int i) {
        return spaced(i) && chosen(i - 1) && !isBoundary(i - 1);
    }

    /** Whether word `i`, the first after a name, is a capitalised one that may belong to it. */
    boolean extendsRight(int i) {
        return spaced(i) && chosen(i) && !isBoundary(i);
    }

    private boolean isBoundary(int i) {
        int parts = Lexicon.TITLE | Lexicon.FOLLOWER | Lexicon.FUNCTION | Lexicon.CALENDAR | Lexicon.DEMONYM;
        return word(i, parts) || tokens.is(i, Shape.ALL_CAPS | Shape.NUMBER);
    }
}
