package dev.newswire.enrich.entity;

import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A map from 64-bit keys, none of them 0, to numbers: open addressing, at most half full. */
final class PhraseIndex {
    /** What a key has that is not there. */
    static final int ABSENT = -2;

    /** Keys at even places and their values behind them: one look at memory for both. */
    private long[] table;

    private int count;

    /** @param capacity a power of two */
    PhraseIndex(int capacity) {
        table = new long[2 * capacity];
    }

    int get(long key) {
        int position = find(key);
        return table[position] == 0 ? ABSENT : (int) table[position + 1];
    }

    void put(long key, int value) {
        if (count * 4 > table.length) {
            rehash();
        }
        int position = find(key);
        if (table[position] == 0) {
            table[position] = key;
            count++;
        }
        table[position + 1] = value;
    }

    LongStream keys() {
        return IntStream.range(0, table.length / 2).mapToLong(i -> table[2 * i]).filter(key -> key != 0);
    }

    private int find(long key) {
        int mask = table.length - 2;
        int position = (int) (key >>> 6) & mask;
        while (table[position] != 0 && table[position] != key) {
            position = (position + 2) & mask;
        }
        return position;
    }

    private void rehash() {
        long[] old = table;
        table = new long[old.length * 2];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i] != 0) {
                int position = find(old[i]);
                table[position] = old[i];
                table[position + 1] = old[i + 1];
            }
        }
    }
}
