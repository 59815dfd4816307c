package dev.newswire.benchmarks.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How far two texts have the same words, as often, in whatever order: the measure of the Web Content Extraction Benchmark,
 * whose words are Python's {@code \w+} in lower case.
 *
 * @param precision share of the found words that belong there, 0 to 1
 * @param recall share of the words that belong there that were found, 0 to 1
 */
record WordOverlap(double precision, double recall) {

    private static final WordOverlap ALL = new WordOverlap(1, 1);

    /** Of two texts; two without words agree fully. */
    static WordOverlap of(String found, String gold) {
        Map<String, Integer> wanted = new HashMap<>();
        List<String> goldWords = words(gold);
        goldWords.forEach(word -> wanted.merge(word, 1, Integer::sum));
        List<String> foundWords = words(found);
        if (goldWords.isEmpty() && foundWords.isEmpty()) {
            return ALL;
        }
        int shared = 0;
        for (String word : foundWords) {
            int left = wanted.merge(word, -1, Integer::sum);
            shared += left >= 0 ? 1 : 0;
        }
        return new WordOverlap(ratio(shared, foundWords.size()), ratio(shared, goldWords.size()));
    }

    /** Harmonic mean of both. */
    double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /** The words of a text in lower case. */
    static List<String> words(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i < lower.length(); ) {
            int c = lower.codePointAt(i);
            if (isWordCharacter(c)) {
                start = start < 0 ? i : start;
            } else if (start >= 0) {
                words.add(lower.substring(start, i));
                start = -1;
            }
            i += Character.charCount(c);
        }
        if (start >= 0) {
            words.add(lower.substring(start));
        }
        return words;
    }

    /** Python's: letters, every kind of number and the underscore; other than Java's, no combining marks. */
    private static boolean isWordCharacter(int c) {
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> c == '_' || Character.isLetter(c);
        };
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
