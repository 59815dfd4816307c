package dev.newswire.enrich.entity;

import dev.newswire.enrich.text.Folding;
import dev.newswire.enrich.text.Gap;
import dev.newswire.enrich.text.Shape;
import dev.newswire.enrich.text.Tokens;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Names by the folded keys of their words: open addressing from the 64-bit key of a phrase to a chain of slots, each of
 * which says which entity bears the name and how it is written. Names are kept by their keys alone.
 */
final class PhraseTable {
    /** Longest name in words. */
    static final int LONGEST = 12;
    /** The name is written in capitals throughout: `WHO`, not `Who`. */
    static final int CAPS = 1 << 12;
    /** The name alone is not enough: it needs the full name or the country in the same document. */
    static final int WEAK = 1 << 13;
    /** The name is that of a people, or its adjective. */
    static final int DEMONYM = 1 << 14;
    /** The name has a comma. */
    static final int COMMA = 1 << 15;
    /** The name is the one that its entity goes by, or another as full as that. */
    static final int FULL = 1 << 16;

    static final int NONE = -1;

    private static final int PREFIX_BITS = 24;

    private final BitSet prefixes = new BitSet(1 << PREFIX_BITS);
    private long[] keys;
    private int[] heads;
    private int count;
    private int[] entities = new int[1 << 12];
    private int[] bits = new int[1 << 12];
    private int[] next = new int[1 << 12];
    private int slots;

    PhraseTable(int expected) {
        int capacity = Integer.highestOneBit(Math.max(64, expected)) * 4;
        keys = new long[capacity];
        heads = new int[capacity];
    }

    /** First slot of the phrase, or NONE. */
    int first(long phrase) {
        int position = find(phrase);
        return keys[position] == 0 ? NONE : heads[position];
    }

    /** Whether some name may go on after these words. */
    boolean mayContinue(long phrase) {
        return prefixes.get((int) (phrase >>> (64 - PREFIX_BITS)));
    }

    int next(int slot) {
        return next[slot];
    }

    int entity(int slot) {
        return entities[slot];
    }

    boolean is(int slot, int bit) {
        return (bits[slot] & bit) != 0;
    }

    /** Whether the words from `from` to before `to` are written as the name of this slot demands. */
    boolean writtenAs(int slot, Tokens tokens, int from, int to) {
        if (is(slot, CAPS) && !tokens.is(from, Shape.ALL_CAPS | Shape.DIGIT | Shape.PLURAL)) {
            return false;
        }
        for (int i = from; i < to; i++) {
            boolean capital = (bits[slot] >>> (i - from) & 1) != 0;
            if (capital && !tokens.is(i, Shape.CAPITAL)) {
                return false;
            }
            if (i > from && (tokens.gap(i) & Gap.COMMA) != 0 && !is(slot, COMMA)) {
                return false;
            }
        }
        return true;
    }

    /** Adds a name; a name too long, or without words, is left out. */
    void add(Tokens name, int entity, int flags) {
        int size = name.size();
        if (size == 0 || size > LONGEST) {
            return;
        }
        long phrase = 0;
        int pattern = flags;
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                prefixes.set((int) (phrase >>> (64 - PREFIX_BITS)));
                pattern |= (name.gap(i) & Gap.COMMA) != 0 ? COMMA : 0;
            }
            phrase = Folding.join(phrase, name.fullKey(i));
            pattern |= name.is(i, Shape.CAPITAL) ? 1 << i : 0;
        }
        pattern |= size == 1 && name.is(0, Shape.ALL_CAPS) && !name.is(0, Shape.LOWER) ? CAPS : 0;
        put(phrase, entity, pattern);
    }

    private void put(long phrase, int entity, int pattern) {
        int position = find(phrase);
        if (keys[position] == 0) {
            if (count * 2 > keys.length) {
                rehash();
                position = find(phrase);
            }
            keys[position] = phrase;
            heads[position] = NONE;
            count++;
        }
        for (int slot = heads[position]; slot != NONE; slot = next[slot]) {
            if (entities[slot] == entity && ((bits[slot] ^ pattern) & CAPS) == 0) {
                merge(slot, pattern);
                return;
            }
        }
        if (slots == entities.length) {
            entities = Arrays.copyOf(entities, slots * 2);
            bits = Arrays.copyOf(bits, slots * 2);
            next = Arrays.copyOf(next, slots * 2);
        }
        entities[slots] = entity;
        bits[slots] = pattern;
        next[slots] = heads[position];
        heads[position] = slots++;
    }

    /** The same name of the same entity twice: the more lenient spelling stays. */
    private void merge(int slot, int pattern) {
        int full = (bits[slot] | pattern) & FULL;
        bits[slot] = (bits[slot] & pattern) | full;
    }

    private int find(long phrase) {
        int mask = keys.length - 1;
        int position = (int) (phrase >>> 7) & mask;
        while (keys[position] != 0 && keys[position] != phrase) {
            position = (position + 1) & mask;
        }
        return position;
    }

    private void rehash() {
        long[] oldKeys = keys;
        int[] oldHeads = heads;
        keys = new long[oldKeys.length * 2];
        heads = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int position = find(oldKeys[i]);
                keys[position] = oldKeys[i];
                heads[position] = oldHeads[i];
            }
        }
    }
}
