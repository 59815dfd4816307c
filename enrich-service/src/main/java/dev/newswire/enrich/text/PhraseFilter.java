package dev.newswire.enrich.text;

/**
 * Tells of most phrases, in one look at memory, that they are no name and that no name goes on after them. Two bits for
 * each of 2^23 hashes, so that tables many times as large need not be asked. Never says no of what was added.
 */
public final class PhraseFilter {
    /** Bits of a phrase's key, from the highest, by which it is known here. */
    public static final int BITS = 23;

    private static final int WHOLE = 1;
    private static final int PREFIX = 2;
    private static final int PAIRS = 5;

    private final long[] marks;

    /** A filter that says no of everything. */
    public PhraseFilter() {
        marks = new long[1 << (BITS - PAIRS)];
    }

    private PhraseFilter(long[] marks) {
        this.marks = marks;
    }

    /** A filter of its own with all that was added to this one. */
    public PhraseFilter copy() {
        return new PhraseFilter(marks.clone());
    }

    /** Adds a name by the highest bits of its key. */
    public void addWhole(int hash) {
        add(hash, WHOLE);
    }

    /** Adds the beginning of a longer name by the highest bits of its key. */
    public void addPrefix(int hash) {
        add(hash, PREFIX);
    }

    /** Whether the phrase with this key may be a name. */
    public boolean mayBe(long phrase) {
        return has(phrase, WHOLE);
    }

    /** Whether a name may go on after the phrase with this key. */
    public boolean mayContinue(long phrase) {
        return has(phrase, PREFIX);
    }

    /** The highest bits of a key. */
    public static int hash(long phrase) {
        return (int) (phrase >>> (Long.SIZE - BITS));
    }

    private void add(int hash, int mark) {
        marks[hash >>> PAIRS] |= (long) mark << (hash << 1);
    }

    private boolean has(long phrase, int mark) {
        int hash = hash(phrase);
        return (marks[hash >>> PAIRS] >>> (hash << 1) & mark) != 0;
    }
}
