package dev.newswire.publish.feed.definition;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words and phrases by number. All that stand in a text are found in one walk over it, whatever their number: a tree of
 * words, as in Aho and Corasick (1975) but without links back, since phrases are short.
 */
final class Phrases {
    /** Bits that words which begin phrases leave: 16 KiB that stay in the cache and spare most words the table. */
    private static final int BITS = 17;

    private final Node root = new Node();
    private final BitSet beginnings = new BitSet(1 << BITS);
    private int size;

    private static final class Node {
        /** Null where no phrase goes on, as most do not: what is not there need not be fetched. */
        private @Nullable Map<String, Node> next;

        private int number = -1;

        @Nullable
        Node after(String word) {
            return next == null ? null : next.get(word);
        }

        Node afterOrNew(String word) {
            if (next == null) {
                next = new HashMap<>(2);
            }
            return next.computeIfAbsent(word, unknown -> new Node());
        }
    }

    /** The number of a phrase, the same for all that consist of the same words; -1 for one without any word. */
    int add(String phrase) {
        Node node = root;
        for (String word : Words.of(phrase)) {
            if (node == root) {
                beginnings.set(bit(word));
                beginnings.set(otherBit(word));
            }
            node = node.afterOrNew(word);
        }
        if (node == root) {
            return -1;
        }
        if (node.number < 0) {
            node.number = size++;
        }
        return node.number;
    }

    int size() {
        return size;
    }

    /** Fibonacci hashing (Knuth, The Art of Computer Programming 6.4) of a hash whose low bits vary most. */
    private static int bit(String word) {
        return word.hashCode() * 0x9E3779B9 >>> (Integer.SIZE - BITS);
    }

    /** Of two words with one bit in common few have both (Bloom, 1970). */
    private static int otherBit(String word) {
        return word.hashCode() * 0x85EBCA6B >>> (Integer.SIZE - BITS);
    }

    private boolean mayBegin(String word) {
        return beginnings.get(bit(word)) && beginnings.get(otherBit(word));
    }

    /** Numbers of the phrases that stand in any of the texts; none reaches over the end of a line. */
    BitSet in(String... texts) {
        BitSet found = new BitSet(size);
        if (size == 0) {
            return found;
        }
        Walk walk = new Walk(found);
        for (String text : texts) {
            Words.split(text, walk::step);
            walk.step(null);
        }
        return found;
    }

    /** Where the phrases that have begun stand. */
    private final class Walk {
        private final BitSet found;
        private List<Node> begun = new ArrayList<>();
        private List<Node> spare = new ArrayList<>();

        Walk(BitSet found) {
            this.found = found;
        }

        void step(@Nullable String word) {
            spare.clear();
            if (word != null) {
                advance(mayBegin(word) ? root.after(word) : null);
                for (Node node : begun) {
                    advance(node.after(word));
                }
            }
            List<Node> last = begun;
            begun = spare;
            spare = last;
        }

        private void advance(@Nullable Node node) {
            if (node == null) {
                return;
            }
            if (node.number >= 0) {
                found.set(node.number);
            }
            if (node.next != null) {
                spare.add(node);
            }
        }
    }
}
