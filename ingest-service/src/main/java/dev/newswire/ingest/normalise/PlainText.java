package dev.newswire.ingest.normalise;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * The short way to clean paragraphs, for text of characters that stay what they are wherever they stand: no marks that
 * combine, nothing invisible, nothing outside the basic plane. Most articles are made of nothing else.
 */
final class PlainText {

    private static final int ASCII_END = 0x7F;
    private static final int HANGUL_JAMO = 0x1100;
    private static final int HANGUL_JAMO_END = 0x11FF;

    /** Letters, digits and signs that normalisation neither changes nor joins with what stands before them. */
    private static final byte PLAIN = 0;

    private static final byte SPACE = 1;
    private static final byte BREAK = 2;
    private static final byte OTHER = 3;

    /** What each character is: one look at a table is all that most characters of an article need. */
    private static final byte[] KINDS = kinds();

    private static final int NOT_A_SPACE = 1;

    private PlainText() {}

    /** The lines that are not blank, with single spaces, joined by line feeds; null where the long way must be taken. */
    static @Nullable String paragraphs(String text) {
        char[] characters = text.toCharArray();
        int end = clean(characters);
        return end < 0 ? null : new String(characters, 0, end);
    }

    /** Moves what stays to the front; its end, or -1. */
    private static int clean(char[] characters) {
        int end = 0;
        int i = 0;
        while (i < characters.length) {
            byte gap = PLAIN;
            while (i < characters.length && KINDS[characters[i]] != PLAIN) {
                gap = (byte) Math.max(gap, KINDS[characters[i++]]);
            }
            if (gap == OTHER) {
                return -1;
            }
            if (i < characters.length && gap != PLAIN && end > 0) {
                characters[end++] = gap == BREAK ? '\n' : ' ';
            }
            int start = i;
            i = endOfRun(characters, i);
            System.arraycopy(characters, start, characters, end, i - start);
            end += i - start;
        }
        return end;
    }

    /**
     * The end of what can be moved as a whole: words with one space between them. Written so that the end of a word takes
     * no branch of its own, since no processor foresees those; that halves the time.
     */
    private static int endOfRun(char[] characters, int start) {
        int before = NOT_A_SPACE;
        for (int i = start; i < characters.length; i++) {
            int aboveSpace = (char) (characters[i] - ' ');
            if (aboveSpace >= ASCII_END - ' ' && KINDS[characters[i]] != PLAIN) {
                return before == 0 ? i - 1 : i;
            }
            if ((aboveSpace | before) == 0) {
                return i - 1;
            }
            before = aboveSpace;
        }
        return before == 0 ? characters.length - 1 : characters.length;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[Character.MAX_VALUE + 1];
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            kinds[c] = kind(c);
        }
        return kinds;
    }

    private static byte kind(int c) {
        if (c < ASCII_END && c > ' ') {
            return PLAIN;
        }
        if (Text.isLineBreak((char) c)) {
            return BREAK;
        }
        if (Text.isSpace(c)) {
            return SPACE;
        }
        return c > ASCII_END && staysWhatItIs(c) ? PLAIN : OTHER;
    }

    private static boolean staysWhatItIs(int c) {
        boolean isKind = switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
        boolean joins = c >= HANGUL_JAMO && c <= HANGUL_JAMO_END;
        return isKind && !joins && Normalizer.isNormalized(Character.toString(c), Normalizer.Form.NFC);
    }
}
