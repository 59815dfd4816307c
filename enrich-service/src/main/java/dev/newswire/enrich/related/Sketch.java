package dev.newswire.enrich.related;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The smallest hashes of a text's runs of four words: two texts that share runs share hashes (bottom-k sketch: Cohen and
 * Kaplan, "Summarizing data using bottom-k sketches", 2007).
 */
public final class Sketch {
    private static final int RUN = 4;
    private final int[] hashes;

    private Sketch(int[] ascending) {
        this.hashes = ascending;
    }

    /** The sketch of a text with at most so many hashes. A text of fewer than four words is one run. */
    static Sketch of(List<String> words, int most) {
        TreeSet<Integer> smallest = new TreeSet<>();
        int runs = words.isEmpty() ? 0 : Math.max(1, words.size() - RUN + 1);
        for (int i = 0; i < runs; i++) {
            smallest.add(hash(words, i, Math.min(i + RUN, words.size())));
            if (smallest.size() > most) {
                smallest.pollLast();
            }
        }
        return from(new ArrayList<>(smallest));
    }

    static Sketch from(List<Integer> ascending) {
        return new Sketch(ascending.stream().mapToInt(Integer::intValue).toArray());
    }

    List<Integer> toAvro() {
        return Arrays.stream(hashes).boxed().toList();
    }

    List<Integer> smallest(int most) {
        return Arrays.stream(hashes).limit(most).boxed().toList();
    }

    /**
     * Estimate of the share of runs that two texts have in common, 0 to 1: of the smallest hashes of both together, as
     * many as the smaller sketch holds, those that stand in both.
     */
    double resemblance(Sketch other) {
        int most = Math.min(hashes.length, other.hashes.length);
        int both = 0;
        int i = 0;
        int j = 0;
        int seen = 0;
        while (seen < most && i < hashes.length && j < other.hashes.length) {
            int order = Integer.compare(hashes[i], other.hashes[j]);
            both += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
            seen++;
        }
        return most == 0 ? 0 : (double) both / most;
    }

    /** FNV-1a over the characters, then the finaliser of MurmurHash3, so that small hashes are spread evenly. */
    private static int hash(List<String> words, int from, int to) {
        int hash = 0x811C9DC5;
        for (int w = from; w < to; w++) {
            String word = words.get(w);
            for (int i = 0; i < word.length(); i++) {
                hash = (hash ^ word.charAt(i)) * 0x01000193;
            }
            hash = (hash ^ ' ') * 0x01000193;
        }
        hash = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >>> 13)) * 0xC2B2AE35;
        return hash ^ (hash >>> 16);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sketch that && Arrays.equals(hashes, that.hashes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hashes);
    }
}
