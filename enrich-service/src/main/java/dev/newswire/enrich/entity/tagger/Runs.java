package dev.newswire.enrich.entity.tagger;

import dev.newswire.enrich.text.FunctionWords;
import dev.newswire.enrich.text.Gap;
import dev.newswire.enrich.text.Shape;
import dev.newswire.enrich.text.Tokens;
import dev.newswire.enrich.text.WordSet;

/**
 * Where names can be at all: runs of words with capitals, with small words and numbers among them. Everything between
 * is outside of names, and so is a run of words such as `However` alone: only a fifth of a text needs to be looked at.
 */
public final class Runs {
    /** Longest run in words: longer ones, as in text all in capitals, are cut. */
    public static final int LONGEST = 96;

    private static final int PARTED = Gap.STOP | Gap.BREAK;
    private static final int MOST_SMALL_WORDS = 2;
    private static final int CAPITALS = Shape.CAPITAL | Shape.ALL_CAPS | Shape.INNER_CAPITAL;
    private static final WordSet SMALL_WORDS = WordSet.of(
            "of the for and in on to at with a de la von van der al bin del di da du el ibn le des den ten ter dos do bint"
                    + " ul un e y i against without und et");

    private final Tokens tokens;
    private final boolean whole;
    private int from;
    private int to;

    /** Stands before the first run. */
    public Runs(Tokens tokens) {
        this(tokens, false);
    }

    private Runs(Tokens tokens, boolean whole) {
        this.tokens = tokens;
        this.whole = whole;
    }

    /** Runs to learn from: dashes do not part them, and function words are seen on their own. */
    public static Runs whole(Tokens tokens) {
        return new Runs(tokens, true);
    }

    /** Goes to the next run; false where there is none. */
    public boolean next() {
        do {
            int i = to;
            while (i < tokens.size() && !isCapital(i)) {
                i++;
            }
            if (i == tokens.size()) {
                return false;
            }
            from = i > to && isNumber(i - 1) && !isParted(i) ? i - 1 : i;
            to = end(i);
        } while (!mayName());
        return true;
    }

    /** Whether some capital is not that of a function word at the start of a sentence. */
    private boolean mayName() {
        for (int i = from; i < to; i++) {
            if (whole || tokens.is(i, Shape.ALL_CAPS) || (isCapital(i) && !FunctionWords.contains(tokens.key(i)))) {
                return true;
            }
        }
        return false;
    }

    /** First word of the run. */
    public int from() {
        return from;
    }

    /** Word after the last one of the run. */
    public int to() {
        return to;
    }

    private int end(int start) {
        int last = start;
        int limit = Math.min(tokens.size(), from + LONGEST);
        int i = start + 1;
        while (i < limit && !isParted(i) && i - last <= MOST_SMALL_WORDS + 1) {
            if (isCapital(i) || (i == last + 1 && isNumber(i))) {
                last = i;
            } else if (!isSmall(i)) {
                break;
            }
            i++;
        }
        return last + 1;
    }

    private boolean isCapital(int i) {
        return tokens.is(i, CAPITALS);
    }

    private boolean isNumber(int i) {
        return tokens.is(i, Shape.NUMBER);
    }

    private boolean isSmall(int i) {
        return isNumber(i) || SMALL_WORDS.contains(tokens.key(i));
    }

    /** Whether a sentence or a line ends before word `i`, or a dash stands there. */
    private boolean isParted(int i) {
        return (tokens.gap(i) & PARTED) != 0 || (!whole && tokens.isDash(i));
    }
}
