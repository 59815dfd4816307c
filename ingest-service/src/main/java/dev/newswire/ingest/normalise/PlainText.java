package dev.newswire.ingest.normalise;

import java.text.Normalizer;
import java.util.BitSet;
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
    private static final BitSet PLAIN = plainCharacters();

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
        char gap = 0;
        for (char c : characters) {
            if (isPlain(c)) {
                if (gap != 0 && end > 0) {
                    characters[end++] = gap;
                }
                gap = 0;
                characters[end++] = c;
                continue;
            }
            if (c != ' ' && !Text.isLineBreak(c) && !Text.isSpace(c)) {
                return -1;
            }
            if (gap != '\n') {
                gap = c != ' ' && Text.isLineBreak(c) ? '\n' : ' ';
            }
        }
        return end;
    }

    private static boolean isPlain(char c) {
        return c < ASCII_END ? c > ' ' : PLAIN.get(c);
    }

    private static BitSet plainCharacters() {
        BitSet plain = new BitSet(Character.MAX_VALUE + 1);
        for (int c = ASCII_END + 1; c <= Character.MAX_VALUE; c++) {
            if (staysWhatItIs(c)) {
                plain.set(c);
            }
        }
        return plain;
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
        return isKind
                && !joins
                && !Text.isSpace(c)
                && !Text.isLineBreak((char) c)
                && Normalizer.isNormalized(Character.toString(c), Normalizer.Form.NFC);
    }
}
