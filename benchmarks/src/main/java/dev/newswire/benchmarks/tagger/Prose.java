package dev.newswire.benchmarks.tagger;

import java.util.List;
import java.util.Set;

/** Writes annotated words as the text that they were cut from, or nearly so, and knows where each word stands in it. */
public final class Prose {
    private static final Set<String> CLOSING = Set.of(
            ".", ",", ";", ":", "!", "?", "%", ")", "]", "}", "'s", "\u2019s", "'S", "n't", "'", "'re", "'ve", "'ll",
            "'d", "'m", "...", "''", "\u201D", "\u2019");
    private static final Set<String> OPENING =
            Set.of("(", "[", "{", "$", "#", "``", "\u201C", "\u2018", "\u00A3", "\u20AC");

    private final StringBuilder text = new StringBuilder();
    private final int[] starts;
    private final int[] ends;

    private Prose(int words) {
        starts = new int[words];
        ends = new int[words];
    }

    /** The text of these sentences, each on a line; their words are counted through. */
    public static Prose of(List<Sentence> sentences) {
        Prose prose = new Prose(
                sentences.stream().mapToInt(sentence -> sentence.words().size()).sum());
        int first = 0;
        for (Sentence sentence : sentences) {
            prose.add(sentence.words(), first);
            first += sentence.words().size();
        }
        return prose;
    }

    private void add(List<String> words, int first) {
        Prose prose = this;
        boolean quoted = false;
        boolean glued = true;
        for (int k = 0; k < words.size(); k++) {
            String word = words.get(k);
            int i = first + k;
            boolean straight = word.equals("\"");
            boolean closes = straight ? quoted : CLOSING.contains(word);
            quoted ^= straight;
            if (!glued && !closes) {
                prose.text.append(' ');
            }
            prose.starts[i] = prose.text.length();
            prose.text.append(word);
            prose.ends[i] = prose.text.length();
            glued = OPENING.contains(word) || (straight && quoted);
        }
        text.append('\n');
    }

    public String text() {
        return text.toString();
    }

    /** First character of a word. */
    public int start(int word) {
        return starts[word];
    }

    /** Character after the last one of a word. */
    public int end(int word) {
        return ends[word];
    }

    /** The word that the character is in, or the first one after it. */
    public int wordAt(int character) {
        int low = 0;
        int high = ends.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] <= character) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
