package dev.newswire.enrich.text;

/** A set of words by their folded keys, asked for every word of a text: open addressing without boxes. Immutable. */
public final class WordSet {
    private final long[] keys;

    private WordSet(int size) {
        keys = new long[Integer.highestOneBit(Math.max(16, size)) * 4];
    }

    /** The words of a list, parted by single spaces. */
    public static WordSet of(String list) {
        String[] words = list.split(" ");
        WordSet set = new WordSet(words.length);
        for (String word : words) {
            long key = Folding.key(word);
            set.keys[set.find(key)] = key;
        }
        return set;
    }

    /** Whether the folded key is that of a word of the set; 0 is of none. */
    public boolean contains(long key) {
        return key != 0 && keys[find(key)] == key;
    }

    private int find(long key) {
        int mask = keys.length - 1;
        int position = (int) (key >>> 5) & mask;
        while (keys[position] != 0 && keys[position] != key) {
            position = (position + 1) & mask;
        }
        return position;
    }
}
