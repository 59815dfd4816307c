package dev.newswire.enrich.entity.tagger;

import dev.newswire.enrich.text.Folding;
import dev.newswire.enrich.text.PhraseFilter;
import dev.newswire.enrich.text.Tokens;
import java.io.DataInput;
import java.io.IOException;

/** A gazetteer: of very many names, of which types their bearers are. Names are kept by 32 bits of their key alone. */
public final class NameTypes {
    /** Longest name in words. */
    public static final int LONGEST = 8;

    private static final int PREFIX_BITS = 24;
    private static final int PRINT_BITS = 32;

    private final int[] prints;
    private final byte[] types;
    private final int shift;
    private final PhraseFilter filter = new PhraseFilter();

    private NameTypes(int size) {
        int capacity = Integer.highestOneBit(Math.max(64, size)) * 4;
        this.prints = new int[capacity];
        this.types = new byte[capacity];
        this.shift = Integer.numberOfLeadingZeros(capacity) + 1;
    }

    /** Reads the prefixes and then the names, each as its difference to the one before. */
    static NameTypes read(DataInput in) throws IOException {
        int size = in.readInt();
        NameTypes names = new NameTypes(size);
        long print = 0;
        for (int i = 0; i < size; i++) {
            long number = Numbers.readVariable(in);
            print += number >>> 5;
            names.put((int) print, (byte) (number & 0x1F));
            names.filter.addWhole((int) (print >>> (PRINT_BITS - PhraseFilter.BITS)));
        }
        int prefixCount = in.readInt();
        int prefix = 0;
        for (int i = 0; i < prefixCount; i++) {
            prefix += (int) Numbers.readVariable(in);
            names.filter.addPrefix(prefix >>> (PREFIX_BITS - PhraseFilter.BITS));
        }
        return names;
    }

    /** The part of a phrase's key by which it is known here, as an unsigned number. */
    public static long print(long phrase) {
        return phrase >>> 32;
    }

    /** The part of a phrase's key by which it is known to be the beginning of names. */
    public static int prefix(long phrase) {
        return (int) (phrase >>> (Long.SIZE - PREFIX_BITS));
    }

    /** Extends the key of a phrase by a word. */
    public static long join(long phrase, Tokens tokens, int i) {
        return Folding.join(phrase, tokens.key(i));
    }

    /** Bits of the types of this name; 0 where it is none. */
    int of(long phrase) {
        return filter.mayBe(phrase) ? find(phrase) : 0;
    }

    private int find(long phrase) {
        int print = (int) print(phrase);
        int position = print >>> shift;
        int found;
        while ((found = types[position]) != 0) {
            if (prints[position] == print) {
                return found;
            }
            position = (position + 1) & (prints.length - 1);
        }
        return 0;
    }

    boolean mayContinue(long phrase) {
        return filter.mayContinue(phrase);
    }

    private void put(int print, byte type) {
        int position = print >>> shift;
        while (types[position] != 0) {
            position = (position + 1) & (prints.length - 1);
        }
        prints[position] = print;
        types[position] = type;
    }
}
