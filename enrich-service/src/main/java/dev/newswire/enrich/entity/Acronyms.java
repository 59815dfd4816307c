package dev.newswire.enrich.entity;

import dev.newswire.enrich.text.Folding;
import dev.newswire.enrich.text.Gap;
import dev.newswire.enrich.text.Shape;
import dev.newswire.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Abbreviations that a text defines: `Global Combat Air Programme (GCAP)`, `GCAP (Global Combat Air Programme)`, `...,
 * known as GCAP`. The letters are aligned with the initials of the words from the last to the first, as Schwartz and
 * Hearst (2003) do, but strictly: small words may be left out, a number may stand for its word.
 */
final class Acronyms {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 10;
    /** More than any article defines: keeps the time linear in the length of the text. */
    private static final int MOST_DEFINITIONS = 64;

    /** Words that a company's name may have beyond those that its abbreviation spells. */
    private static final int MOST_UNSPELLED = 4;

    private static final long KNOWN = Folding.key("known");
    private static final long AS = Folding.key("as");
    private static final long ALSO = Folding.key("also");

    private static final List<String> NUMBERS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

    /**
     * An abbreviation and the words that it stands for.
     *
     * @param at the word that defines it
     * @param longFrom first word of the long form; equal to longTo where its initials are other letters
     * @param longTo word after the last one of the long form, whether its initials fit or not
     */
    record Definition(Field field, int at, int longFrom, int longTo) {
        long key() {
            return keyOf(field.tokens(), at);
        }

        boolean hasLongForm() {
            return longTo > longFrom;
        }

        /** Whether the long form is a name and not a common noun such as `artificial pancreas`. */
        boolean isName() {
            int capitals = 0;
            int words = 0;
            for (int i = longFrom; i < longTo; i++) {
                boolean small = field.word(i, Lexicon.FUNCTION | Lexicon.PARTICLE);
                words += small ? 0 : 1;
                capitals += !small && field.capital(i) ? 1 : 0;
            }
            return capitals * 2 > words && field.capital(longFrom);
        }

        String longForm() {
            return field.tokens().surface(longFrom, longTo);
        }
    }

    private Acronyms() {}

    /** Definitions by the key of the abbreviation; the first one of each counts. */
    static Map<Long, Definition> find(Document document) {
        Map<Long, Definition> found = new LinkedHashMap<>();
        for (Field field : document.fields()) {
            Tokens tokens = field.tokens();
            for (int i = 0; i < field.size() && found.size() < MOST_DEFINITIONS; i++) {
                if (mayDefine(tokens, i) && isAcronym(tokens, i)) {
                    Definition definition = definition(field, i);
                    if (definition != null) {
                        found.putIfAbsent(definition.key(), definition);
                    }
                }
            }
        }
        return found;
    }

    private static boolean mayDefine(Tokens tokens, int i) {
        return ((tokens.gap(i) | tokens.gap(i + 1)) & Gap.OPEN) != 0 || isKnownAs(tokens, i);
    }

    private static boolean isKnownAs(Tokens tokens, int i) {
        return i > 2 && tokens.key(i - 1) == AS && tokens.key(i - 2) == KNOWN && tokens.gap(i) == Gap.SPACE;
    }

    private static @Nullable Definition definition(Field field, int i) {
        if ((field.tokens().gap(i) & Gap.OPEN) != 0) {
            return closing(field, i);
        }
        return isKnownAs(field.tokens(), i) ? knownAs(field, i) : opening(field, i);
    }

    /** `long form, known as ACRONYM`. */
    private static Definition knownAs(Field field, int at) {
        Tokens tokens = field.tokens();
        int to = tokens.key(at - 3) == ALSO ? at - 3 : at - 2;
        String letters = letters(tokens, at);
        int from = align(field, letters, to - 1, Math.max(0, to - letters.length() - 8));
        return new Definition(field, at, from < 0 ? to : from, to);
    }

    /** Key of the abbreviation, its plural taken for the singular. */
    static long keyOf(Tokens tokens, int i) {
        return tokens.is(i, Shape.PLURAL) ? tokens.singularKey(i) : tokens.key(i);
    }

    static boolean isAcronym(Tokens tokens, int i) {
        int length = tokens.end(i) - tokens.start(i);
        if (length < SHORTEST || length > LONGEST * 2 || !tokens.is(i, Shape.CAPITAL)) {
            return false;
        }
        String letters = letters(tokens, i);
        int capitals = 0;
        for (int c = 0; c < letters.length(); c++) {
            capitals += Character.isLowerCase(letters.charAt(c)) ? 0 : 1;
        }
        return letters.length() >= SHORTEST
                && letters.length() <= LONGEST
                && capitals * 2 > letters.length()
                && capitals > 1;
    }

    /** The letters of the abbreviation without full stops and plural ending. */
    private static String letters(Tokens tokens, int i) {
        String letters = tokens.surface(i, i + 1).replace(".", "");
        return tokens.is(i, Shape.PLURAL) ? letters.substring(0, letters.length() - 1) : letters;
    }

    /** `long form (ACRONYM)`. */
    private static @Nullable Definition closing(Field field, int at) {
        Tokens tokens = field.tokens();
        if ((tokens.gap(at + 1) & Gap.CLOSE) == 0 || at == 0 || tokens.gap(at) != (Gap.SPACE | Gap.OPEN)) {
            return null;
        }
        String letters = letters(tokens, at);
        int from = align(field, letters, at - 1, Math.max(0, at - letters.length() - 8));
        if (from < 0) {
            from = alignBefore(field, letters, at);
        }
        return new Definition(field, at, from < 0 ? at : from, at);
    }

    /** `Valley Radio Associates Medical Group, Inc. (VRA)`: first word of a company whose last words are not spelled. */
    private static int alignBefore(Field field, String letters, int at) {
        if (letters.length() <= SHORTEST || !field.word(at - 1, Lexicon.ORGANISATION | Lexicon.LEGAL_FORM)) {
            return -1;
        }
        for (int last = at - 1; last > 0 && at - last <= MOST_UNSPELLED && field.capital(last); last--) {
            int gap = field.tokens().gap(last);
            boolean legal = gap == (Gap.COMMA | Gap.SPACE) && field.word(last, Lexicon.LEGAL_FORM);
            if (gap != Gap.SPACE && !legal) {
                return -1;
            }
            int from = align(field, letters, last - 1, Math.max(0, last - letters.length() - 8));
            if (from >= 0) {
                return from;
            }
        }
        return -1;
    }

    /** `ACRONYM (long form)`. */
    private static @Nullable Definition opening(Field field, int at) {
        Tokens tokens = field.tokens();
        String letters = letters(tokens, at);
        int end = at + 2;
        int limit = Math.min(field.size(), at + letters.length() + 9);
        while (end < limit && Gap.joins(tokens.gap(end))) {
            end++;
        }
        if (end > field.size() || (tokens.gap(end) & (Gap.CLOSE | Gap.COMMA)) == 0) {
            return null;
        }
        int from = align(field, letters, end - 1, at + 1);
        return from < 0 ? null : new Definition(field, at, from, end);
    }

    /** First word of the words up to `last` whose initials spell the letters; -1 where there are none. */
    private static int align(Field field, String letters, int last, int first) {
        return align(field, letters, letters.length() - 1, last, first);
    }

    private static int align(Field field, String letters, int letter, int i, int first) {
        if (i < first) {
            return -1;
        }
        int used = spelled(field, letters, letter, i);
        boolean small = field.word(i, Lexicon.FUNCTION | Lexicon.PARTICLE) && !field.capital(i);
        if (used > letter && !small) {
            return i;
        }
        if (!Gap.joins(field.tokens().gap(i))) {
            return -1;
        }
        int start = used > 0 && used <= letter ? align(field, letters, letter - used, i - 1, first) : -1;
        return start < 0 && isSkipped(field, i) ? align(field, letters, letter, i - 1, first) : start;
    }

    /** Words that need not be spelled: small words, and the later parts of hyphenated ones. */
    private static boolean isSkipped(Field field, int i) {
        return field.word(i, Lexicon.FUNCTION | Lexicon.PARTICLE)
                || (field.tokens().gap(i) & Gap.HYPHEN) != 0;
    }

    /** How many letters, ending with `letter`, the word accounts for. */
    private static int spelled(Field field, String letters, int letter, int i) {
        String word = field.tokens().surface(i, i + 1);
        char wanted = letters.charAt(letter);
        if (Character.isDigit(wanted)) {
            return word.equals(String.valueOf(wanted)) || word.equalsIgnoreCase(NUMBERS.get(wanted - '0')) ? 1 : 0;
        }
        if (same(word.charAt(0), wanted)) {
            return 1;
        }
        if (field.tokens().is(i, Shape.ALL_CAPS)
                && letters.substring(0, letter + 1).endsWith(word)) {
            return word.length();
        }
        boolean inner = letter > 0 && same(word.charAt(0), letters.charAt(letter - 1));
        return inner && word.length() > 5 && word.indexOf(Character.toLowerCase(wanted)) > 0 ? 2 : 0;
    }

    private static boolean same(char a, char b) {
        return Character.toLowerCase(a) == Character.toLowerCase(b);
    }

    /** Places of the same words elsewhere in the document, the definition itself among them. */
    static List<int[]> occurrences(Definition definition, Field field) {
        List<int[]> places = new ArrayList<>();
        Tokens name = definition.field().tokens();
        Tokens tokens = field.tokens();
        int length = definition.longTo() - definition.longFrom();
        for (int i = 0; length > 0 && i + length <= field.size(); i++) {
            int same = 0;
            while (same < length && tokens.key(i + same) == name.key(definition.longFrom() + same)) {
                same++;
            }
            if (same == length && field.capital(i)) {
                places.add(new int[] {i, i + length});
            }
        }
        return places;
    }
}
