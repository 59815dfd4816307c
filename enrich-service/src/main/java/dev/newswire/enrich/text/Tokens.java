package dev.newswire.enrich.text;

import java.util.Arrays;

/** The words of one text in order, as parallel arrays: places, keys, shapes and what stands between them. */
public final class Tokens {
    private final CharSequence text;
    private int size;
    private int[] starts;
    private int[] ends;
    private int[] shapes;
    private int[] gaps;
    private long[] keys;
    private long[] fullKeys;

    Tokens(CharSequence text) {
        this.text = text;
        int expected = 8 + text.length() / 4;
        starts = new int[expected];
        ends = new int[expected];
        shapes = new int[expected];
        gaps = new int[expected + 1];
        keys = new long[expected];
        fullKeys = new long[expected];
    }

    /** Number of words. */
    public int size() {
        return size;
    }

    /** First UTF-16 code unit of word `i`. */
    public int start(int i) {
        return starts[i];
    }

    /** Code unit after the last one of word `i`, a possessive ending left out. */
    public int end(int i) {
        return ends[i];
    }

    /** Folded key of word `i` without a possessive ending; 0 where it has none. */
    public long key(int i) {
        return keys[i];
    }

    /** Folded key of word `i` with its possessive ending, as names such as `McDonald's` have it. */
    public long fullKey(int i) {
        return fullKeys[i];
    }

    /** Key of the singular of a word that has {@link Shape#PLURAL}. */
    public long singularKey(int i) {
        return Folding.key(text, starts[i], ends[i] - 1);
    }

    /** Whether word `i` has any of the bits of {@link Shape}. */
    public boolean is(int i, int shape) {
        return (shapes[i] & shape) != 0;
    }

    /** What stands before word `i`, bits of {@link Gap}; `gap(size())` is what ends the text. */
    public int gap(int i) {
        return gaps[i];
    }

    /** Whether a name can run from word `i` - 1 to word `i`. */
    public boolean joined(int i) {
        return i > 0 && i < size && Gap.joins(gaps[i]) && !is(i - 1, Shape.POSSESSIVE);
    }

    /** Whether a dash, and not a hyphen that joins, stands before word `i`: `PARIS -- The`, `PARIS - The`. */
    public boolean isDash(int i) {
        if (gaps[i] == (Gap.SPACE | Gap.HYPHEN)) {
            return true;
        }
        return (gaps[i] & Gap.OTHER) != 0 && i > 0 && hasDash(ends[i - 1], starts[i]);
    }

    private boolean hasDash(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '-' || c == '\u2013' || c == '\u2014' || c == '\u2015' || c == '\u2212') {
                return true;
            }
        }
        return false;
    }

    /** The letters of the words from `from` to before `to`, as they stand in the text. */
    public String surface(int from, int to) {
        return text.subSequence(starts[from], ends[to - 1]).toString();
    }

    /** The text itself. */
    public CharSequence text() {
        return text;
    }

    void add(int start, int end, int fullEnd, int shape, int gapBefore) {
        if (size == starts.length) {
            grow();
        }
        starts[size] = start;
        ends[size] = end;
        shapes[size] = shape;
        gaps[size] = gapBefore;
        keys[size] = Folding.key(text, start, end);
        fullKeys[size] = fullEnd == end ? keys[size] : Folding.key(text, start, fullEnd);
        size++;
    }

    void finish(int gapAfter) {
        gaps[size] = gapAfter;
    }

    /** All bits of {@link Shape} of word `i`. */
    public int shape(int i) {
        return shapes[i];
    }

    private void grow() {
        int capacity = size * 2;
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        shapes = Arrays.copyOf(shapes, capacity);
        gaps = Arrays.copyOf(gaps, capacity + 1);
        keys = Arrays.copyOf(keys, capacity);
        fullKeys = Arrays.copyOf(fullKeys, capacity);
    }
}
