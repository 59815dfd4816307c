package dev.newswire.enrich.text;

import java.util.Set;

/**
 * Cuts a text into words in one pass. Hyphens part words (and are kept as {@link Gap#HYPHEN}), full stops stay in
 * initials and abbreviations, apostrophes stay inside names (`Dell'Era`) and are split off as possessives (`Ishiba's`).
 * Never fails: an unpaired surrogate parts words as a space does. Time is linear in the length of the text.
 */
public final class Tokeniser {
    private static final int STARTS_AFTER = Gap.STOP | Gap.BREAK | Gap.QUOTE | Gap.OTHER | Gap.OPEN;
    private static final Set<String> ABBREVIATIONS =
            Set.of(("Mr Mrs Ms Dr St Gen Gov Sen Rep Lt Col Sgt Maj Adm Prof Jr Sr "
                            + "Co Corp Inc Ltd No vs Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Rev Hon Capt Cmdr Mt Ft "
                            + "Bros Pres Dist Brig Cpl Supt Det Insp Calif Fla Mich Tenn Conn Colo Ariz Minn Nev Okla Wyo Wis "
                            + "Neb Kan Ky Md Vt")
                    .split(" "));

    private final CharSequence text;
    private final Tokens tokens;
    private int gap = Gap.BREAK;

    private Tokeniser(CharSequence text) {
        this.text = text;
        this.tokens = new Tokens(text);
    }

    /** The words of the text. */
    public static Tokens tokenise(CharSequence text) {
        return new Tokeniser(text).run();
    }

    private Tokens run() {
        int i = 0;
        while (i < text.length()) {
            int width = wordWidth(i);
            i = width > 0 ? word(i) : between(i);
        }
        tokens.finish(gap);
        return tokens;
    }

    private int between(int i) {
        char c = text.charAt(i);
        gap |= c == '-' && i + 1 < text.length() && text.charAt(i + 1) == '-' ? Gap.OTHER : Gap.of(c);
        return i + 1;
    }

    private int word(int start) {
        int end = wordEnd(start);
        int fullEnd = possessiveEnd(start, end);
        int base = end;
        int shape = shape(start, base);
        if (fullEnd > end || plainPossessive(end)) {
            shape |= Shape.POSSESSIVE;
        }
        if (startsSentence(start, end)) {
            shape |= Shape.INITIAL;
        }
        tokens.add(start, base, fullEnd, shape, gap);
        gap = 0;
        return fullEnd;
    }

    private int wordEnd(int start) {
        boolean ideographic = isIdeographic(start);
        int i = start;
        int letterStart = start;
        while (i < text.length()) {
            if (!ideographic && isPlain(text.charAt(i))) {
                i++;
                continue;
            }
            int width = wordWidth(i);
            if (width > 0) {
                if (isIdeographic(i) != ideographic) {
                    return i;
                }
                i += width;
                continue;
            }
            if (Folding.isInvisible(text.charAt(i)) && wordWidth(i + 1) > 0) {
                i++;
                continue;
            }
            if (!continues(letterStart, i)) {
                break;
            }
            i++;
            letterStart = i;
        }
        return endsWithFullStop(start, letterStart, i) ? i + 1 : i;
    }

    /** Whether the mark at `i`, after letters that began at `letterStart`, belongs to the word. */
    private boolean continues(int letterStart, int i) {
        if (wordWidth(i + 1) == 0) {
            return false;
        }
        char mark = text.charAt(i);
        char before = text.charAt(i - 1);
        char after = text.charAt(i + 1);
        if (mark == '.') {
            boolean address = Character.isLowerCase(before) && Character.isLowerCase(after);
            return address || (isDigit(before) && isDigit(after)) || (i - letterStart == 1 && !isDigit(before));
        }
        if (mark == ',') {
            return isDigit(before) && isDigit(after);
        }
        if (mark == '&') {
            return Character.isUpperCase(before) && Character.isUpperCase(after);
        }
        return Folding.isApostrophe(mark) && !isClitic(i + 1);
    }

    /** Whether the letters at `i`, after an apostrophe, are a verb or possessive ending. */
    private boolean isClitic(int i) {
        int end = i;
        while (end < text.length() && end - i < 3 && wordWidth(end) > 0) {
            end++;
        }
        if (end == i || wordWidth(end) > 0) {
            return false;
        }
        char first = Character.toLowerCase(text.charAt(i));
        if (end - i == 1) {
            return first == 's' || first == 't' || first == 'd' || first == 'm';
        }
        if (end - i != 2) {
            return false;
        }
        char second = Character.toLowerCase(text.charAt(i + 1));
        return (first == 'l' && second == 'l') || (second == 'e' && (first == 'r' || first == 'v'));
    }

    private int possessiveEnd(int start, int end) {
        if (end >= text.length() || end == start || !Folding.isApostrophe(text.charAt(end)) || !isClitic(end + 1)) {
            return end;
        }
        int i = end + 1;
        while (wordWidth(i) > 0) {
            i++;
        }
        return i;
    }

    private boolean plainPossessive(int end) {
        return end < text.length()
                && Folding.isApostrophe(text.charAt(end))
                && text.charAt(end) != 0x2018
                && Character.toLowerCase(text.charAt(end - 1)) == 's'
                && end + 1 < text.length()
                && text.charAt(end + 1) == ' '
                && (gap & Gap.QUOTE) == 0;
    }

    private boolean endsWithFullStop(int start, int letterStart, int end) {
        if (end >= text.length() || text.charAt(end) != '.' || end - start > 16) {
            return false;
        }
        if (letterStart > start && text.charAt(letterStart - 1) == '.' && end - letterStart == 1) {
            return !isDigit(text.charAt(letterStart));
        }
        if (end - start == 1) {
            return Character.isUpperCase(text.charAt(start)) && followedByCapital(end + 1);
        }
        return end - start <= 5
                && ABBREVIATIONS.contains(text.subSequence(start, end).toString());
    }

    private boolean followedByCapital(int i) {
        int next = i < text.length() && text.charAt(i) == ' ' ? i + 1 : i;
        return next < text.length() && Character.isUpperCase(text.charAt(next));
    }

    private boolean startsSentence(int start, int end) {
        if ((gap & STARTS_AFTER) != 0) {
            return true;
        }
        int previous = tokens.size() - 1;
        return previous < 0
                || (tokens.is(previous, Shape.ABBREVIATED) && FunctionWords.contains(Folding.key(text, start, end)));
    }

    private int shape(int start, int end) {
        int upper = 0;
        int lower = 0;
        int digits = 0;
        int dots = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                lower++;
            } else if (c >= 'A' && c <= 'Z') {
                upper++;
            } else if (isDigit(c)) {
                digits++;
            } else if (c == '.') {
                dots++;
            } else if (c >= 0x80) {
                upper += Character.isUpperCase(c) ? 1 : 0;
                lower += Character.isLowerCase(c) ? 1 : 0;
            }
        }
        int shape = Character.isUpperCase(text.charAt(start)) ? Shape.CAPITAL : 0;
        shape |= upper >= 2 && lower == 0 ? Shape.ALL_CAPS : 0;
        shape |= digits > 0 ? Shape.DIGIT : 0;
        shape |= isDigit(text.charAt(start)) ? Shape.NUMBER : 0;
        shape |= lower > 0 ? Shape.LOWER : 0;
        shape |= dots > 0 && upper + lower > 1 && end - start > 2 && text.charAt(start + 1) == '.' ? Shape.DOTTED : 0;
        shape |= upper + lower == 1 && digits == 0 ? Shape.LETTER : 0;
        shape |= dots > 0 && text.charAt(end - 1) == '.' ? Shape.ABBREVIATED : 0;
        shape |= lower == 1 && text.charAt(end - 1) == 's' && upper + digits >= 2 ? Shape.PLURAL : 0;
        shape |= upper > 0 && (shape & Shape.CAPITAL) == 0 ? Shape.INNER_CAPITAL : 0;
        return shape;
    }

    /** Code units of the letter or digit at `i`; 0 where there is none. */
    private int wordWidth(int i) {
        if (i >= text.length()) {
            return 0;
        }
        char c = text.charAt(i);
        if (c < 0x80) {
            return isPlain(c) ? 1 : 0;
        }
        if (!Character.isHighSurrogate(c)) {
            return Character.isLetterOrDigit(c) || isMark(c) ? 1 : 0;
        }
        boolean paired = i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        return paired && Character.isLetterOrDigit(Character.toCodePoint(c, text.charAt(i + 1))) ? 2 : 0;
    }

    /** Accents and vowel signs that need a letter of another script before them; ours are invisible to a key. */
    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK)
                && !Folding.isInvisible(c);
    }

    private boolean isIdeographic(int i) {
        char c = text.charAt(i);
        if (c < 0x2E80) {
            return false;
        }
        return (c <= 0x9FFF)
                || (c >= 0xAC00 && c <= 0xD7AF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || Character.isSurrogate(c);
    }

    /** Whether it is one of the letters and digits of which most text is made. */
    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
