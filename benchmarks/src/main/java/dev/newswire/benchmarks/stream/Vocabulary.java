package dev.newswire.benchmarks.stream;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Exchanges words of a text for others of about the same frequency, so that few texts make many stories which share no
 * more words than stories do.
 */
final class Vocabulary {
    private static final Pattern LONG_WORD = Pattern.compile("[A-Za-z]{5,}");
    /** Words of neighbouring frequency that stand for each other. */
    private static final int BAND = 50;

    private final List<String> words;
    private final Map<String, Integer> ranks = new HashMap<>();

    /** The long words of these texts. */
    Vocabulary(List<String> texts) {
        Map<String, Integer> counts = new HashMap<>();
        for (String text : texts) {
            LONG_WORD.matcher(text).results().forEach(word -> counts.merge(word.group(), 1, Integer::sum));
        }
        words = new ArrayList<>(counts.keySet());
        words.sort(Comparator.<String>comparingInt(counts::get).reversed().thenComparing(Comparator.naturalOrder()));
        words.forEach(word -> ranks.put(word, ranks.size()));
    }

    /** The text as a story tells it: every second of its long words is another, the same all through the story. */
    String exchange(String text, int story) {
        StringBuilder told = new StringBuilder(text.length() + text.length() / 8);
        Matcher found = LONG_WORD.matcher(text);
        while (found.find()) {
            found.appendReplacement(told, exchanged(found.group(), story));
        }
        return found.appendTail(told).toString();
    }

    private String exchanged(String word, int story) {
        int mixed = (word.hashCode() ^ story * 0x9E3779B9) * 0x85EBCA6B;
        if (mixed < 0) {
            return word;
        }
        int rank = ranks.getOrDefault(word, 0);
        int band = rank - rank % BAND;
        int size = Math.min(BAND, words.size() - band);
        return words.get(band + (rank - band + (mixed >>> 8)) % size);
    }
}
