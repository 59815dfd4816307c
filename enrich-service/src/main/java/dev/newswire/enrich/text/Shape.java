package dev.newswire.enrich.text;

/** How a word is written: a set of bits. */
public final class Shape {
    /** Begins with a capital letter. */
    public static final int CAPITAL = 1;
    /** At least two letters, all of them capitals. */
    public static final int ALL_CAPS = 1 << 1;
    /** Has a digit. */
    public static final int DIGIT = 1 << 2;
    /** Begins with a digit. */
    public static final int NUMBER = 1 << 3;
    /** Has a lower-case letter. */
    public static final int LOWER = 1 << 4;
    /** Letters parted by full stops, as in `U.S.`. */
    public static final int DOTTED = 1 << 5;
    /** Followed by an apostrophe, with or without an s, that is no part of the word. */
    public static final int POSSESSIVE = 1 << 6;
    /** Its capital may come from its place: first of a sentence, of a quotation, of a line. */
    public static final int INITIAL = 1 << 7;
    /** One letter. */
    public static final int LETTER = 1 << 8;
    /** Ends with the full stop of an abbreviation. */
    public static final int ABBREVIATED = 1 << 9;
    /** Capitals or digits with a plural s, as in `MPs` and `35s`. */
    public static final int PLURAL = 1 << 10;
    /** Has a capital letter after a small one or a digit, as in `iPhone` and `3M`. */
    public static final int INNER_CAPITAL = 1 << 11;

    private Shape() {}
}
