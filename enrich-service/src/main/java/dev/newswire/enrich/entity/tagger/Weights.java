package dev.newswire.enrich.entity.tagger;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * The weights of hashed features, a byte for each of sixteen labels, and those of the transitions. The bytes are kept
 * with 128 added, eight in a long, so that eight additions of 16-bit lanes make what sixteen of bytes would.
 */
public final class Weights {
    /** Added to a weight to make it positive. */
    public static final int BIAS = 128;

    /** Longs that hold the sums of all labels. */
    static final int SUMS = 4;

    private static final int LONGS = 2;
    private static final long EVEN = 0x00FF00FF00FF00FFL;
    private static final int LANE = 16;

    private final int bits;
    private final float scale;
    private final float outside;
    private final float[] transitions;
    private final long[] rows;

    private Weights(int bits, float scale, float outside, float[] transitions) {
        this.bits = bits;
        this.scale = scale;
        this.outside = outside;
        this.transitions = transitions;
        this.rows = new long[LONGS << bits];
    }

    /**
     * Reads what the trainer wrote: bits, scale, what is taken off the score of {@link Labels#OUTSIDE}, transitions, and
     * sixteen bytes for each row.
     */
    public static Weights read(InputStream packed) throws IOException {
        DataInputStream in =
                new DataInputStream(new BufferedInputStream(new GZIPInputStream(packed, 1 << 16), 1 << 16));
        int bits = in.readInt();
        float scale = in.readFloat();
        float outside = in.readFloat();
        float[] transitions = new float[Labels.ROOM * Labels.ROOM];
        for (int i = 0; i < transitions.length; i++) {
            transitions[i] = in.readFloat();
        }
        Weights weights = new Weights(bits, scale, outside, transitions);
        for (int i = 0; i < weights.rows.length; i++) {
            weights.rows[i] = in.readLong() ^ 0x8080808080808080L;
        }
        return weights;
    }

    /** Binary logarithm of the number of rows. */
    int bits() {
        return bits;
    }

    float[] transitions() {
        return transitions;
    }

    /** Adds up the rows and writes the sums from `at` on. */
    void sum(int[] features, int count, long[] sums, int at) {
        long even0 = 0;
        long odd0 = 0;
        long even1 = 0;
        long odd1 = 0;
        for (int i = 0; i < count; i++) {
            int row = features[i] * LONGS;
            long low = rows[row];
            long high = rows[row + 1];
            even0 += low & EVEN;
            odd0 += low >>> Byte.SIZE & EVEN;
            even1 += high & EVEN;
            odd1 += high >>> Byte.SIZE & EVEN;
        }
        sums[at] = even0;
        sums[at + 1] = odd0;
        sums[at + 2] = even1;
        sums[at + 3] = odd1;
    }

    /**
     * Adds up the rows and the sums of others, and writes the scores of all labels from `at` on.
     *
     * @param summed how many rows the sums from `from` on are those of
     */
    void score(int[] features, int count, long[] sums, int from, int summed, float[] scores, int at) {
        long even0 = sums[from];
        long odd0 = sums[from + 1];
        long even1 = sums[from + 2];
        long odd1 = sums[from + 3];
        for (int i = 0; i < count; i++) {
            int row = features[i] * LONGS;
            long low = rows[row];
            long high = rows[row + 1];
            even0 += low & EVEN;
            odd0 += low >>> Byte.SIZE & EVEN;
            even1 += high & EVEN;
            odd1 += high >>> Byte.SIZE & EVEN;
        }
        int bias = (count + summed) * BIAS;
        for (int lane = 0; lane < Labels.ROOM / 4; lane++) {
            int shift = lane * LANE;
            int place = at + 2 * lane;
            scores[place] = ((int) (even0 >>> shift & 0xFFFF) - bias) * scale;
            scores[place + 1] = ((int) (odd0 >>> shift & 0xFFFF) - bias) * scale;
            scores[place + 8] = ((int) (even1 >>> shift & 0xFFFF) - bias) * scale;
            scores[place + 9] = ((int) (odd1 >>> shift & 0xFFFF) - bias) * scale;
        }
        scores[at] -= outside;
    }
}
