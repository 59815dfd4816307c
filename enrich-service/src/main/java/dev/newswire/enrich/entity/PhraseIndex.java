package dev.newswire.enrich.entity;

import java.util.Arrays;
import java.util.stream.LongStream;

/** A map from 64-bit keys, none of them 0, to numbers: open addressing, at most half full. */
final class PhraseIndex {
    /** What a key has that is not there. */
    static final int ABSENT = -2;

    private long[] keys;
    private int[] values;
    private int count;

    /** @param capacity a power of two */
    PhraseIndex(int capacity) {
        keys = new long[capacity];
        values = new int[capacity];
    }

    int get(long key) {
        int position = find(key);
        return keys[position] == 0 ? ABSENT : values[position];
    }

    void put(long key, int value) {
        if (count * 2 > keys.length) {
            rehash();
        }
        int position = find(key);
        if (keys[position] == 0) {
            keys[position] = key;
            count++;
        }
        values[position] = value;
    }

    LongStream keys() {
        return Arrays.stream(keys).filter(key -> key != 0);
    }

    private int find(long key) {
        int mask = keys.length - 1;
        int position = (int) (key >>> 7) & mask;
        while (keys[position] != 0 && keys[position] != key) {
            position = (position + 1) & mask;
        }
        return position;
    }

    private void rehash() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int position = find(oldKeys[i]);
                keys[position] = oldKeys[i];
                values[position] = oldValues[i];
            }
        }
    }
}
