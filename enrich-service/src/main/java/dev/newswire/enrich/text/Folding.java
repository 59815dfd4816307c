package dev.newswire.enrich.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The spelling under which two words count as the same: lower case, without diacritics, without full stops, with one
 * kind of apostrophe and without invisible characters. `U.S.` and `US` fold to `us`, `Orbán` to `orban`.
 */
public final class Folding {
    /** Longest word, in UTF-16 code units, that has a key: no name is longer, and noise must not cost time. */
    public static final int LONGEST_WORD = 64;

    private static final int TABLE_SIZE = 0x2000;
    private static final String[] TABLE = table();

    private Folding() {}

    /** The folded spelling; words stay apart where white space parts them. */
    public static String fold(CharSequence text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(fold(text.charAt(i)));
        }
        return folded.toString();
    }

    /**
     * 64-bit key of a word: equal for spellings that fold to the same.
     *
     * @return 0 where the word is too long or folds to nothing
     */
    public static long key(CharSequence text, int start, int end) {
        if (end - start > LONGEST_WORD) {
            return 0;
        }
        long hash = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                hash = c == '.' ? hash : add(hash, c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
                continue;
            }
            String folded = fold(c);
            for (int j = 0; j < folded.length(); j++) {
                hash = add(hash, folded.charAt(j));
            }
        }
        return mix(hash);
    }

    /** 64-bit key of a whole word. */
    public static long key(CharSequence word) {
        return key(word, 0, word.length());
    }

    /** Extends the key of a phrase by one more word; start with 0. The order of words matters. */
    public static long join(long phrase, long word) {
        return mix(phrase * 31 + word + 1);
    }

    /** Whether the character takes no room: soft hyphen, joiners, direction marks, combining accents. */
    static boolean isInvisible(char c) {
        return c == 0xAD
                || (c >= 0x300 && c <= 0x36F)
                || (c >= 0x200B && c <= 0x200F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x2069)
                || (c >= 0xFE00 && c <= 0xFE0F)
                || c == 0xFEFF;
    }

    static boolean isApostrophe(char c) {
        return c == '\'' || c == 0x2019 || c == 0x2BC || c == 0x2018 || c == 0xFF07;
    }

    private static String fold(char c) {
        if (c < TABLE_SIZE) {
            return TABLE[c];
        }
        if (isInvisible(c)) {
            return "";
        }
        if (isApostrophe(c)) {
            return "'";
        }
        return String.valueOf(Character.toLowerCase(c));
    }

    private static long add(long hash, char c) {
        return (Long.rotateLeft(hash, 23) ^ c) * 0x9E3779B97F4A7C15L;
    }

    /** Finaliser of SplitMix64 (Steele, Lea and Flood, 2014). */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        return z ^ (z >>> 27);
    }

    private static String[] table() {
        String[] table = new String[TABLE_SIZE];
        for (int c = 0; c < TABLE_SIZE; c++) {
            table[c] = folded((char) c);
        }
        return table;
    }

    private static String folded(char c) {
        if (c == '.' || isInvisible(c)) {
            return "";
        }
        if (isApostrophe(c)) {
            return "'";
        }
        String special = special(c);
        if (!special.isEmpty()) {
            return special;
        }
        if (c < 0x80 || (c >= 0x250 && c < 0x1E00)) {
            return String.valueOf(Character.toLowerCase(c));
        }
        String bare = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        return bare.isBlank() ? String.valueOf(c) : bare;
    }

    /** Letters that Unicode does not decompose. */
    private static String special(char c) {
        return switch (c) {
            case 'ß', 'ẞ' -> "ss";
            case 'æ', 'Æ' -> "ae";
            case 'œ', 'Œ' -> "oe";
            case 'ø', 'Ø' -> "o";
            case 'đ', 'Đ', 'ð', 'Ð' -> "d";
            case 'ł', 'Ł' -> "l";
            case 'þ', 'Þ' -> "th";
            case 'ı', 'İ' -> "i";
            case 'ə', 'Ə' -> "a";
            default -> "";
        };
    }
}
