package dev.newswire.ingest.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * How likely a block of text belongs to the article: boosted decision trees over {@link BlockFeatures} (Friedman, "Greedy
 * function approximation: a gradient boosting machine", 2001). The table is trained by {@code newswire bench
 * train-extraction}; its first line holds the depth of the trees and the least probability of a block that is taken, every
 * further line a tree: questions from the root down ("is feature below limit?"), then the leaves from left to right.
 */
public final class BlockModel {

    private static final String SHIPPED = "block-model.tsv";

    private final int depth;
    private final double threshold;
    private final int[] features;
    private final float[] limits;
    private final float[] leaves;
    private final int trees;

    /** The most and the least that the trees from each one on can add. */
    private final double[] most;

    private final double[] least;

    /** Reads the lines of a table; the numbers must be those that the training writes. */
    public BlockModel(List<String> lines) {
        String[] head = lines.get(0).split("\t", -1);
        depth = Integer.parseInt(head[0]);
        threshold = logit(Double.parseDouble(head[1]));
        trees = lines.size() - 1;
        int questions = (1 << depth) - 1;
        features = new int[trees * questions];
        limits = new float[trees * questions];
        leaves = new float[trees << depth];
        for (int tree = 0; tree < trees; tree++) {
            String[] cells = lines.get(tree + 1).split("\t", -1);
            for (int i = 0; i < questions; i++) {
                features[tree * questions + i] = Integer.parseInt(cells[2 * i]);
                limits[tree * questions + i] = Float.parseFloat(cells[2 * i + 1]);
            }
            for (int i = 0; i <= questions; i++) {
                leaves[(tree << depth) + i] = Float.parseFloat(cells[2 * questions + i]);
            }
        }
        most = new double[trees + 1];
        least = new double[trees + 1];
        for (int tree = trees - 1; tree >= 0; tree--) {
            float[] ends = Arrays.copyOfRange(leaves, tree << depth, (tree + 1) << depth);
            Arrays.sort(ends);
            least[tree] = least[tree + 1] + ends[0];
            most[tree] = most[tree + 1] + ends[ends.length - 1];
        }
    }

    /** The one that is shipped. */
    public static BlockModel shipped() {
        return Shipped.MODEL;
    }

    private static BlockModel readShipped() {
        try (InputStream in = Objects.requireNonNull(BlockModel.class.getResourceAsStream(SHIPPED));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new BlockModel(lines.lines().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether a block of these features belongs to the article. Stops as soon as no further tree can change the answer. */
    boolean accepts(float[] block) {
        double sum = 0;
        int tree = 0;
        while (sum + least[tree] < threshold && sum + most[tree] >= threshold) {
            sum += leaf(tree++, block);
        }
        return sum + least[tree] >= threshold;
    }

    private float leaf(int tree, float[] block) {
        int questions = (1 << depth) - 1;
        int root = tree * questions;
        int node = 0;
        for (int level = 0; level < depth; level++) {
            node = 2 * node + (block[features[root + node]] < limits[root + node] ? 1 : 2);
        }
        return leaves[(tree << depth) + node - questions];
    }

    /** Read once, when it is first asked for. */
    private static final class Shipped {
        static final BlockModel MODEL = readShipped();
    }

    private static double logit(double probability) {
        return Math.log(probability / (1 - probability));
    }
}
