package dev.newswire.enrich.text;

/** What stands between two words: a set of bits. */
public final class Gap {
    /** White space. */
    public static final int SPACE = 1;
    /** A hyphen that joins two words. */
    public static final int HYPHEN = 1 << 1;
    /** A comma. */
    public static final int COMMA = 1 << 2;
    /** An opening bracket. */
    public static final int OPEN = 1 << 3;
    /** A closing bracket. */
    public static final int CLOSE = 1 << 4;
    /** A quotation mark. */
    public static final int QUOTE = 1 << 5;
    /** The end of a sentence. */
    public static final int STOP = 1 << 6;
    /** The end of a line: paragraphs are parted by one. */
    public static final int BREAK = 1 << 7;
    /** A dash, slash, colon or any other mark. */
    public static final int OTHER = 1 << 8;

    private Gap() {}

    /** Whether words on both sides of this gap can belong to one name. */
    public static boolean joins(int gap) {
        return gap == SPACE || gap == HYPHEN;
    }

    static int of(char c) {
        if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029 || c == 0x85) {
            return BREAK;
        }
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            return SPACE;
        }
        return switch (c) {
            case '-', '\u2010', '\u2011', '\u2013' -> HYPHEN;
            case ',', '\uFF0C', '\u060C', '\u3001' -> COMMA;
            case '(', '[', '{', '\uFF08', '\u3010' -> OPEN;
            case ')', ']', '}', '\uFF09', '\u3011' -> CLOSE;
            case '"', '\'', '\u2018', '\u2019', '\u201A', '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB' -> QUOTE;
            case '\u300C', '\u300D', '\u300E', '\u300F', '\u2039', '\u203A', '`' -> QUOTE;
            case '.', '!', '?', '\u2026', '\u3002', '\uFF01', '\uFF1F', '\u061F', '\u06D4', ';' -> STOP;
            default -> Folding.isInvisible(c) ? 0 : OTHER;
        };
    }
}
