package dev.newswire.enrich.related;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a text as they are counted: lower case, without possessive endings. Scripts that do not part words give
 * pairs (Han) or triples (Thai, Lao, Khmer, Myanmar) of characters; hiragana, which in Japanese is mostly grammar, only
 * parts words. Any text is taken, unpaired surrogates included. Time is linear in its length.
 */
final class Words {
    private static final int LONGEST = 40;
    private final String text;
    private final List<String> words = new ArrayList<>();

    private Words(String text) {
        this.text = text;
    }

    /** The words in their order. */
    static List<String> of(String text) {
        Words words = new Words(text.toLowerCase(Locale.ROOT));
        words.run();
        return words.words;
    }

    private void run() {
        int i = 0;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            if (!isLetter(point)) {
                i += Character.charCount(point);
                continue;
            }
            Kind kind = Kind.of(point);
            int end = runEnd(i, kind);
            add(i, end, kind);
            i = end;
        }
    }

    private int runEnd(int start, Kind kind) {
        int i = start;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            boolean inside = isLetter(point) ? Kind.of(point) == kind : isInnerApostrophe(i, kind);
            if (!inside) {
                return i;
            }
            i += Character.charCount(point);
        }
        return i;
    }

    private void add(int start, int end, Kind kind) {
        if (kind == Kind.GRAMMAR) {
            return;
        }
        if (kind == Kind.WORD) {
            addWord(start, end);
            return;
        }
        int[] points = text.substring(start, end).codePoints().toArray();
        int size = Math.min(kind == Kind.PAIRS ? 2 : 3, points.length);
        for (int i = 0; i + size <= points.length; i++) {
            words.add(new String(points, i, size));
        }
    }

    private void addWord(int start, int end) {
        int stop = end;
        if (end - start > 2 && text.charAt(end - 1) == 's' && isApostrophe(text.charAt(end - 2))) {
            stop = end - 2;
        }
        if (stop - start <= LONGEST) {
            words.add(text.substring(start, stop).replace('\u2019', '\''));
        }
    }

    private boolean isInnerApostrophe(int i, Kind kind) {
        return kind == Kind.WORD
                && isApostrophe(text.charAt(i))
                && i > 0
                && Character.isLetterOrDigit(text.charAt(i - 1))
                && i + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(i + 1));
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019';
    }

    private static boolean isLetter(int point) {
        if (point < 0x80) {
            return (point >= 'a' && point <= 'z') || (point >= '0' && point <= '9');
        }
        if (Character.isLetterOrDigit(point)) {
            return true;
        }
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private enum Kind {
        WORD,
        PAIRS,
        TRIPLES,
        GRAMMAR;

        static Kind of(int point) {
            if (point < 0xE00) {
                return WORD;
            }
            UnicodeScript script = UnicodeScript.of(point);
            return switch (script) {
                case HAN -> PAIRS;
                case THAI, LAO, KHMER, MYANMAR -> TRIPLES;
                case HIRAGANA -> GRAMMAR;
                default -> WORD;
            };
        }
    }
}
