package dev.newswire.enrich.entity;

import dev.newswire.enrich.text.Folding;
import java.util.function.IntUnaryOperator;

/** What is known of single words: how often they stand in lower case, and which parts they play in names. */
final class Lexicon {
    /** A given name. */
    static final int FIRST_NAME = 1 << 7;
    /** A family name. */
    static final int SURNAME = 1 << 8;
    /** A family name that stands first: Li, Kim, Nguyen. */
    static final int LEADING_SURNAME = 1 << 9;
    /** Last word of organisations: Ministry, Bank. */
    static final int ORGANISATION = 1 << 10;
    /** Last word of places: River, Airport. */
    static final int PLACE = 1 << 11;
    /** Last word of other things: Treaty, Cup. */
    static final int THING = 1 << 12;
    /** Stands before a person's name: Minister, Senator. */
    static final int TITLE = 1 << 13;
    /** A title that is never without a name: Mr, Sir. */
    static final int HONORIFIC = 1 << 14;
    /** Month, day. */
    static final int CALENDAR = 1 << 15;
    /** Holds sentences together. */
    static final int FUNCTION = 1 << 16;
    /** Lower-case word inside a person's name: van, bin, de. */
    static final int PARTICLE = 1 << 17;
    /** Preposition of place: in, near. */
    static final int LOCATIVE = 1 << 18;
    /** Follows a name without being part of it: government, spokesman, troops. */
    static final int FOLLOWER = 1 << 19;
    /** A people, or its adjective. */
    static final int DEMONYM = 1 << 20;
    /** What a person does in the next word: said, told. */
    static final int SPEECH = 1 << 21;

    /** Legal form of a company: Inc, Ltd. */
    static final int LEGAL_FORM = 1 << 22;

    private static final int SHARE = 0x7F;

    private final PhraseIndex flags = new PhraseIndex(1 << 17);

    /** Share of lower-case occurrences of a word in running text, in percent. */
    static int ordinary(int flags) {
        return flags & SHARE;
    }

    /** Flags of the word with this folded key; 0 where unknown. */
    int of(long key) {
        int found = flags.get(key);
        return found == PhraseIndex.ABSENT ? 0 : found;
    }

    void ordinary(CharSequence word, int percent) {
        change(word, before -> (before & ~SHARE) | Math.min(100, percent));
    }

    void add(CharSequence word, int flag) {
        change(word, before -> before | flag);
    }

    private void change(CharSequence word, IntUnaryOperator change) {
        long key = Folding.key(word);
        if (key != 0) {
            flags.put(key, change.applyAsInt(of(key)));
        }
    }
}
