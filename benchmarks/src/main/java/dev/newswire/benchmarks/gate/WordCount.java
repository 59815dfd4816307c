package dev.newswire.benchmarks.gate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the words of one text after the other: a plain loop over characters, with small strings and a table, as the work on
 * articles has them. What the paths are compared with, since it gets slower and faster with the machine as they do.
 */
final class WordCount implements Runnable {
    private final List<String> texts;
    private int next;
    private long words;

    WordCount(List<String> texts) {
        this.texts = texts;
    }

    @Override
    public void run() {
        next = next + 1 < texts.size() ? next + 1 : 0;
        words += count(texts.get(next)).size();
    }

    /** Different words so far, so that counting them cannot be left out. */
    long words() {
        return words;
    }

    static Map<String, Integer> count(String text) {
        Map<String, Integer> counts = new HashMap<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
                continue;
            }
            if (i > start) {
                counts.merge(text.substring(start, i), 1, Integer::sum);
            }
            start = i + 1;
        }
        return counts;
    }
}
