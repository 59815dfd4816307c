package dev.newswire.ingest.source;

import java.util.regex.Pattern;

/** Tells running text from menus, labels and links. */
final class Prose {

    /** Least weight of an article's running text: two short sentences. */
    private static final int ARTICLE_WEIGHT = 100;

    /** A line of this weight is running text whatever it ends with. */
    private static final int LONG_LINE_WEIGHT = 80;

    /** A line that ends as sentences do needs only this. */
    private static final int SENTENCE_WEIGHT = 40;

    private static final int WEIGHT_OF_LOGOGRAM = 3;

    private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?…。！？।؟]['\"”’»)\\]]*", Pattern.DOTALL);

    private Prose() {}

    /** Whether the paragraphs, one a line, hold enough running text to be an article. */
    static boolean isArticle(String paragraphs) {
        int weight = paragraphs
                .lines()
                .filter(Prose::isRunningText)
                .mapToInt(Prose::weight)
                .sum();
        return weight >= ARTICLE_WEIGHT;
    }

    /** Whether a line reads like part of a text. */
    static boolean isRunningText(String line) {
        int weight = weight(line);
        return weight >= LONG_LINE_WEIGHT || (weight >= SENTENCE_WEIGHT && endsSentence(line));
    }

    /** Whether a line ends as sentences do. */
    static boolean endsSentence(String line) {
        String tail = line.substring(Math.max(0, line.length() - 10));
        return SENTENCE_END.matcher(tail).matches();
    }

    /** Length in characters, where a logogram counts for several. */
    static int weight(String line) {
        int weight = 0;
        for (int i = 0; i < line.length(); i++) {
            weight += isLogogram(line.charAt(i)) ? WEIGHT_OF_LOGOGRAM : 1;
        }
        return weight;
    }

    private static boolean isLogogram(char c) {
        return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3);
    }
}
