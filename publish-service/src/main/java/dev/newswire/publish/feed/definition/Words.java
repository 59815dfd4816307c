package dev.newswire.publish.feed.definition;

import java.lang.Character.UnicodeBlock;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into words that can be compared: runs of letters and digits, without case and accents. Scripts that put no
 * spaces between words give one word for each character, so that their words are found as phrases are.
 */
final class Words {
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");
    private static final char LAST_ASCII = 127;

    private Words() {}

    /** The words of a text of one line. */
    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        split(text, word -> {
            if (word != null) {
                words.add(word);
            }
        });
        return words;
    }

    /** Hands over the words of a text in their order, and null at every end of a line. */
    static void split(String text, Consumer<@Nullable String> sink) {
        int start = -1;
        boolean plain = true;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            boolean alone = c > LAST_ASCII && standsAlone(c);
            if (alone || !belongsToWord(c)) {
                word(text, start, i, plain, sink);
                start = -1;
                if (alone) {
                    word(text, i, next, false, sink);
                } else if (c == '\n') {
                    sink.accept(null);
                }
            } else if (start < 0) {
                start = i;
                plain = c <= LAST_ASCII;
            } else {
                plain &= c <= LAST_ASCII;
            }
            i = next;
        }
        word(text, start, text.length(), plain, sink);
    }

    /** A name without case, accents and double spaces. */
    static String fold(String text) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        return plain.strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace('ς', 'σ');
    }

    private static void word(String text, int start, int end, boolean plain, Consumer<@Nullable String> sink) {
        if (start >= 0 && end > start) {
            String word = text.substring(start, end);
            sink.accept(plain ? word.toLowerCase(Locale.ROOT) : fold(word));
        }
    }

    private static boolean belongsToWord(int c) {
        if (c <= LAST_ASCII) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean standsAlone(int c) {
        if (Character.isIdeographic(c)) {
            return true;
        }
        UnicodeBlock block = UnicodeBlock.of(c);
        return block == UnicodeBlock.HIRAGANA
                || block == UnicodeBlock.KATAKANA
                || block == UnicodeBlock.THAI
                || block == UnicodeBlock.LAO
                || block == UnicodeBlock.KHMER
                || block == UnicodeBlock.MYANMAR;
    }
}
