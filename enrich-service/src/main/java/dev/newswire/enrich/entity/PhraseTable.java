package dev.newswire.enrich.entity;

import dev.newswire.enrich.text.Folding;
import dev.newswire.enrich.text.Gap;
import dev.newswire.enrich.text.PhraseFilter;
import dev.newswire.enrich.text.Shape;
import dev.newswire.enrich.text.Tokens;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

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

    private static final int START_BITS = 20;

    private static final int SMALLEST = 64;

    private final @Nullable PhraseTable below;
    private final BitSet removed;
    /** Slots with a lower number are those of the table below. */
    private final int offset;

    private final PhraseFilter filter;
    /** First words of names, once for those with a capital and once for those without: small, so that it stays near. */
    private final long[] starts;

    private final PhraseIndex heads;
    private int[] entities = new int[1 << 12];
    private int[] bits = new int[1 << 12];
    private int[] next = new int[1 << 12];
    private int slots;

    PhraseTable(int expected) {
        heads = new PhraseIndex(Integer.highestOneBit(Math.max(SMALLEST, expected)) * 4);
        below = null;
        removed = new BitSet();
        offset = 0;
        filter = new PhraseFilter();
        starts = new long[2 << (START_BITS - 6)];
    }

    /**
     * A table over another one, which must not change any more: it has the names of that one and those added here.
     *
     * @param removed entities whose names it does not take over
     */
    PhraseTable(PhraseTable below, BitSet removed) {
        this.below = below;
        this.removed = removed;
        heads = new PhraseIndex(SMALLEST);
        offset = below.offset + below.slots;
        filter = below.filter.copy();
        starts = below.starts.clone();
        if (!removed.isEmpty()) {
            below.heads.keys().filter(phrase -> below.names(phrase, removed)).forEach(this::own);
        }
    }

    /** First slot of the phrase, or NONE. */
    int first(long phrase) {
        return filter.mayBe(phrase) ? head(phrase) : NONE;
    }

    private int head(long phrase) {
        int head = heads.get(phrase);
        if (head != PhraseIndex.ABSENT) {
            return head;
        }
        return below == null ? NONE : below.head(phrase);
    }

    /** Whether some name may begin with word `i` as it is written; most words are told apart by this alone. */
    boolean mayStart(Tokens tokens, int i) {
        boolean capital = tokens.is(i, Shape.CAPITAL);
        long key = tokens.key(i);
        long fullKey = tokens.fullKey(i);
        return isStart(key, capital)
                || (fullKey != key && isStart(fullKey, capital))
                || (tokens.is(i, Shape.PLURAL) && isStart(tokens.singularKey(i), capital));
    }

    /** A word with a capital may also be one that names have without. */
    private boolean isStart(long key, boolean capital) {
        return isMarked(start(key, false)) || (capital && isMarked(start(key, true)));
    }

    private boolean isMarked(int start) {
        return (starts[start >>> 6] >>> start & 1) != 0;
    }

    private static int start(long key, boolean capital) {
        return (int) (key >>> (Long.SIZE - START_BITS)) | (capital ? 1 << START_BITS : 0);
    }

    /** Whether some name may go on after these words. */
    boolean mayContinue(long phrase) {
        return filter.mayContinue(phrase);
    }

    int next(int slot) {
        return below != null && slot < offset ? below.next(slot) : next[slot - offset];
    }

    int entity(int slot) {
        return below != null && slot < offset ? below.entity(slot) : entities[slot - offset];
    }

    boolean is(int slot, int bit) {
        return (bits(slot) & bit) != 0;
    }

    private int bits(int slot) {
        return below != null && slot < offset ? below.bits(slot) : bits[slot - offset];
    }

    /** Whether the words from `from` to before `to` are written as the name of this slot demands. */
    boolean writtenAs(int slot, Tokens tokens, int from, int to) {
        if (is(slot, CAPS) && !tokens.is(from, Shape.ALL_CAPS | Shape.DIGIT | Shape.PLURAL)) {
            return false;
        }
        boolean initials = to - from == 1 && tokens.is(from, Shape.DOTTED) && !is(slot, CAPS);
        if (initials) {
            return false;
        }
        int pattern = bits(slot);
        for (int i = from; i < to; i++) {
            boolean capital = (pattern >>> (i - from) & 1) != 0;
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
        int start = start(name.fullKey(0), name.is(0, Shape.CAPITAL));
        starts[start >>> 6] |= 1L << start;
        long phrase = 0;
        int pattern = flags;
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                filter.addPrefix(PhraseFilter.hash(phrase));
                pattern |= (name.gap(i) & Gap.COMMA) != 0 ? COMMA : 0;
            }
            phrase = Folding.join(phrase, name.fullKey(i));
            pattern |= name.is(i, Shape.CAPITAL) ? 1 << i : 0;
        }
        pattern |= size == 1 && name.is(0, Shape.ALL_CAPS) && !name.is(0, Shape.LOWER) ? CAPS : 0;
        filter.addWhole(PhraseFilter.hash(phrase));
        put(phrase, entity, pattern);
    }

    private void put(long phrase, int entity, int pattern) {
        for (int slot = own(phrase); slot != NONE; slot = next(slot)) {
            if (entity(slot) == entity && ((bits(slot) ^ pattern) & CAPS) == 0) {
                merge(slot - offset, pattern);
                return;
            }
        }
        append(phrase, entity, pattern);
    }

    /** First slot of the phrase in this very table, which takes over what the table below has under it. */
    private int own(long phrase) {
        if (heads.get(phrase) == PhraseIndex.ABSENT) {
            heads.put(phrase, NONE);
            if (below != null) {
                copy(below, below.first(phrase), phrase);
            }
        }
        return heads.get(phrase);
    }

    /** Copies a chain from its end, so that it keeps its order. */
    private void copy(PhraseTable table, int slot, long phrase) {
        if (slot == NONE) {
            return;
        }
        copy(table, table.next(slot), phrase);
        if (!removed.get(table.entity(slot))) {
            append(phrase, table.entity(slot), table.bits(slot));
        }
    }

    private void append(long phrase, int entity, int pattern) {
        if (slots == entities.length) {
            entities = Arrays.copyOf(entities, slots * 2);
            bits = Arrays.copyOf(bits, slots * 2);
            next = Arrays.copyOf(next, slots * 2);
        }
        entities[slots] = entity;
        bits[slots] = pattern;
        next[slots] = heads.get(phrase);
        heads.put(phrase, offset + slots++);
    }

    /** The same name of the same entity twice: the more lenient spelling stays. */
    private void merge(int index, int pattern) {
        int full = (bits[index] | pattern) & FULL;
        bits[index] = (bits[index] & pattern) | full;
    }

    private boolean names(long phrase, BitSet wanted) {
        for (int slot = first(phrase); slot != NONE; slot = next(slot)) {
            if (wanted.get(entity(slot))) {
                return true;
            }
        }
        return false;
    }
}
