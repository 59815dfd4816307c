package dev.newswire.enrich.entity.tagger;

import java.io.DataInput;
import java.io.IOException;

/**
 * What is known of single words: the Brown cluster (Brown et al., 1992), how often they stand in names of which type
 * and where in them, and whether they are titles, first names and the like. Open addressing over 32 bits of the key.
 */
public final class WordClasses {
    /** Bits of a class, from the lowest: cluster, type profile, usual place in names, flags. */
    public static final int CLUSTER_BITS = 11;

    static final int PROFILE_SHIFT = CLUSTER_BITS;
    static final int PROFILE_BITS = 12;
    static final int FLAGS_SHIFT = PROFILE_SHIFT + PROFILE_BITS;

    private static final int LONGEST_PATH = 20;

    private final long[] table;
    private final int mask;
    private final int[] paths;

    private WordClasses(int size, int[] paths) {
        this.table = new long[Integer.highestOneBit(Math.max(64, size + size / 2)) * 2];
        this.mask = table.length - 1;
        this.paths = paths;
    }

    /** Reads the paths of the clusters and the words, as their difference to the one before, and their class. */
    static WordClasses read(DataInput in) throws IOException {
        int[] paths = new int[in.readInt()];
        for (int i = 0; i < paths.length; i++) {
            paths[i] = in.readInt();
        }
        int size = in.readInt();
        WordClasses classes = new WordClasses(size, paths);
        long print = 0;
        for (int i = 0; i < size; i++) {
            print += Numbers.readVariable(in);
            classes.put((int) print, in.readInt());
        }
        return classes;
    }

    /** The part of a key by which a word is known here, as an unsigned number. */
    public static long print(long key) {
        return (key * 0x9E3779B97F4A7C15L) >>> 32;
    }

    /** Key of a word that is written with full stops: `u.s.` is not `us`. */
    public static long dotted(long key) {
        return key ^ 0x2E2E2E2EL;
    }

    /** Class of the word with this key; 0 where nothing is known of it. */
    int of(long key) {
        int print = (int) print(key);
        int position = slot(print);
        long entry;
        while ((entry = table[position]) != 0) {
            if ((int) (entry >>> 32) == print) {
                return (int) entry;
            }
            position = (position + 1) & mask;
        }
        return 0;
    }

    /** Path of the cluster from the root, a one before it, cut to its first `bits`; 0 where there is none. */
    int path(int wordClass, int bits) {
        int path = paths[wordClass & ((1 << CLUSTER_BITS) - 1)];
        int length = 31 - Integer.numberOfLeadingZeros(path | 1);
        return length <= bits ? path : path >>> (length - bits);
    }

    /** Path as text to the form in which it is kept. */
    public static int pathOf(String bits) {
        String known = bits.length() > LONGEST_PATH ? bits.substring(0, LONGEST_PATH) : bits;
        return Integer.parseInt("1" + known, 2);
    }

    /** Puts the parts of a class together. */
    public static int pack(int cluster, int profile, int flags) {
        return cluster | profile << PROFILE_SHIFT | flags << FLAGS_SHIFT;
    }

    static int profile(int wordClass) {
        return wordClass >>> PROFILE_SHIFT & ((1 << PROFILE_BITS) - 1);
    }

    static int flags(int wordClass) {
        return wordClass >>> FLAGS_SHIFT;
    }

    private int slot(int print) {
        return (print * 0x9E3779B1) >>> 7 & mask;
    }

    private void put(int print, int wordClass) {
        int position = slot(print);
        while (table[position] != 0) {
            position = (position + 1) & mask;
        }
        table[position] = (long) print << 32 | (wordClass & 0xFFFFFFFFL);
    }
}
