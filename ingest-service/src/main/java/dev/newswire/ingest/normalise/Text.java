package dev.newswire.ingest.normalise;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Plain text in one form: NFC, no control or invisible characters, single spaces. */
public final class Text {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Text() {}

    /** The text as one line: every run of white space, line breaks included, becomes one space. Never null, may be empty. */
    public static String oneLine(String text) {
        if (isClean(text)) {
            return text;
        }
        StringBuilder cleaned = new StringBuilder(text.length());
        appendLine(text, cleaned);
        return nfc(cleaned);
    }

    /** The paragraphs of the text joined by one line feed: each line that is not blank is a paragraph. May be empty. */
    public static String paragraphs(String text) {
        String plain = PlainText.paragraphs(text);
        return plain == null ? String.join("\n", lines(text)) : plain;
    }

    /** The lines of the text that are not blank, each as {@link #oneLine}. */
    public static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : splitLines(text)) {
            String cleaned = oneLine(line);
            if (!cleaned.isEmpty()) {
                lines.add(cleaned);
            }
        }
        return lines;
    }

    /** Splits at every kind of line break (CR LF, LF, CR, vertical tab, form feed, NEL, LS, PS); keeps empty lines. */
    public static List<String> splitLines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLineBreak(c)) {
                continue;
            }
            lines.add(text.substring(start, i));
            if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                i++;
            }
            start = i + 1;
        }
        lines.add(text.substring(start));
        return lines;
    }

    /** The first {@code limit} UTF-16 code units, without cutting a character in two. */
    public static String head(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        boolean splitsPair = limit > 0 && Character.isHighSurrogate(text.charAt(limit - 1));
        return text.substring(0, splitsPair ? limit - 1 : limit);
    }

    /** Most text is plain already, and looking is cheaper than copying. */
    private static boolean isClean(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isPlain = c > ' ' && c < 0x7F;
            if (!isPlain && (c != ' ' || before == ' ')) {
                return false;
            }
            before = c;
        }
        return before != ' ' || text.isEmpty();
    }

    static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r' || c == 0x0B || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    private static void appendLine(String text, StringBuilder out) {
        boolean gap = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isSpace(c)) {
                gap = true;
                continue;
            }
            boolean isPlain = c > ' ' && c < 0x7F;
            if (!isPlain && (isDropped(c) || isStrayJoiner(c, out, gap, text, i))) {
                continue;
            }
            if (gap && !out.isEmpty()) {
                out.append(' ');
            }
            gap = false;
            out.appendCodePoint(c);
        }
    }

    static boolean isSpace(int c) {
        return c == '\t' || c == '\n' || c == 0x0B || c == '\f' || c == '\r' || c == 0x85 || Character.isSpaceChar(c);
    }

    /** Control, format, unassigned and lone surrogate characters say nothing to a reader; joiners may. */
    private static boolean isDropped(int c) {
        if (c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE -> true;
            case Character.FORMAT -> !isEmojiTag(c);
            default -> (c & 0xFFFE) == 0xFFFE;
        };
    }

    private static boolean isEmojiTag(int c) {
        return c >= 0xE0020 && c <= 0xE007F;
    }

    /** Persian, Indic scripts and emoji need joiners inside a word; at its edges they are debris. */
    private static boolean isStrayJoiner(int c, StringBuilder out, boolean gap, String text, int next) {
        if (c != ZERO_WIDTH_JOINER && c != ZERO_WIDTH_NON_JOINER) {
            return false;
        }
        if (out.isEmpty() || gap || next >= text.length()) {
            return true;
        }
        return out.codePointBefore(out.length()) < 0x300 || isSpace(text.codePointAt(next));
    }

    private static String nfc(CharSequence text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text.toString()
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
