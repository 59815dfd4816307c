package dev.newswire.benchmarks.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of each block of a page is in the gold text: the share of its runs of words that occur there and that no other
 * block has used up. Long blocks first; a short one, whose words occur anywhere, counts only beside a long one that does.
 */
final class BlockLabels {

    private static final int RUN = 4;
    private static final int LONG = 8;
    private static final int BESIDE = 4;
    private static final double MOSTLY = 0.5;

    private final List<List<String>> blocks;
    private final Map<Integer, Map<List<String>, Integer>> left = new HashMap<>();
    private final double[] labels;

    private BlockLabels(List<List<String>> blocks, List<String> gold) {
        this.blocks = blocks;
        this.labels = new double[blocks.size()];
        for (int length = 1; length <= RUN; length++) {
            Map<List<String>, Integer> runs = new HashMap<>();
            runs(gold, length).forEach(run -> runs.merge(run, 1, Integer::sum));
            left.put(length, runs);
        }
    }

    /** One label for each block, 0 to 1. */
    static double[] of(List<List<String>> blocks, List<String> gold) {
        BlockLabels labels = new BlockLabels(blocks, gold);
        labels.label();
        return labels.labels;
    }

    private void label() {
        for (int i = 0; i < labels.length; i++) {
            labels[i] = blocks.get(i).size() >= LONG ? share(blocks.get(i)) : 0;
        }
        double[] known = Arrays.copyOf(labels, labels.length);
        for (int i = 0; i < labels.length; i++) {
            int size = blocks.get(i).size();
            boolean isShort = size > 0 && size < LONG;
            labels[i] = isShort && isBesideKnown(known, i) ? share(blocks.get(i)) : known[i];
        }
    }

    private boolean isBesideKnown(double[] known, int at) {
        for (int i = Math.max(0, at - BESIDE); i <= Math.min(known.length - 1, at + BESIDE); i++) {
            if (known[i] > MOSTLY) {
                return true;
            }
        }
        return false;
    }

    private double share(List<String> words) {
        int length = Math.min(RUN, words.size());
        Map<List<String>, Integer> runs = left.getOrDefault(length, Map.of());
        List<List<String>> own = runs(words, length);
        int shared = 0;
        for (List<String> run : own) {
            int before = runs.getOrDefault(run, 0);
            if (before > 0) {
                shared++;
                runs.put(run, before - 1);
            }
        }
        return own.isEmpty() ? 0 : (double) shared / own.size();
    }

    private static List<List<String>> runs(List<String> words, int length) {
        List<List<String>> runs = new ArrayList<>();
        for (int i = 0; i + length <= words.size(); i++) {
            runs.add(List.copyOf(words.subList(i, i + length)));
        }
        return runs;
    }
}
