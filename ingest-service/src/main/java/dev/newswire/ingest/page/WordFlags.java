package dev.newswire.ingest.page;

import org.jspecify.annotations.Nullable;

/**
 * Words of lower-case ASCII letters with flags, looked up where they stand in a longer name and in either case. A hash table
 * of its own because most words of a page's names are not in it, and cutting them out to find that took more time than all
 * else that is done with names.
 */
final class WordFlags {

    /** Several times as many as there are words, so that most that are missing meet an empty slot at once. */
    private static final int SLOTS = 1_024;

    private static final int LOWER_CASE = 0x20;
    private static final int LETTERS = 26;
    private static final int MOST_LETTERS = 31;

    private final @Nullable String[] words = new String[SLOTS];
    private final int[] flags = new int[SLOTS];

    /** By first letter, the lengths of its words as bits: most words of a name are told to be missing by these alone. */
    private final int[] lengths = new int[LETTERS];

    /** Adds these flags to those of the word, which has at most 31 letters. */
    void add(String word, int flag) {
        int slot = slot(word, 0, word.length());
        words[slot] = word;
        flags[slot] |= flag;
        lengths[letter(word.charAt(0))] |= 1 << word.length();
    }

    /** The flags of the letters from {@code start} to before {@code end}; 0 for a word that is not here. */
    int of(String name, int start, int end) {
        int length = end - start;
        boolean isPossible = length <= MOST_LETTERS && (lengths[letter(name.charAt(start))] >>> length & 1) != 0;
        return isPossible ? flags[slot(name, start, end)] : 0;
    }

    private static int letter(char letter) {
        return (letter | LOWER_CASE) - 'a';
    }

    /** Where the word stands, or the empty slot where it would. */
    private int slot(String name, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + (name.charAt(i) | LOWER_CASE);
        }
        int slot = (hash ^ hash >>> 15) & (SLOTS - 1);
        for (String word = words[slot]; word != null && !isAt(word, name, start, end); word = words[slot]) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }

    private static boolean isAt(String word, String name, int start, int end) {
        return word.length() == end - start && word.regionMatches(true, 0, name, start, word.length());
    }
}
