package dev.newswire.enrich.entity.tagger;

import dev.newswire.schema.EntityType;

/**
 * What the tagger says of a word: outside of names, or which part of a name of which type. People, organisations and
 * places have four parts (begin, inside, last, unit), other names two (begin, inside), so that all labels are fifteen
 * and the weights of a feature fill sixteen bytes.
 */
public final class Labels {
    /** Room for labels; the last one is not used. */
    public static final int ROOM = 16;
    /** Labels in use. */
    public static final int COUNT = 15;
    /** Not part of a name. */
    public static final int OUTSIDE = 0;
    /** Bits of all labels. */
    public static final int ANY = (1 << COUNT) - 1;

    private static final int MISC = 13;
    private static final int PARTS = 4;
    private static final int BEGIN = 0;
    private static final int INSIDE = 1;
    private static final int LAST = 2;
    private static final int UNIT = 3;
    private static final EntityType[] TYPES = {EntityType.PERSON, EntityType.ORGANISATION, EntityType.LOCATION};

    /** Bits of the labels that may stand where annotators marked no other names: outside, or in such a name. */
    public static final int OUTSIDE_OR_MISC = 1 | 1 << MISC | 1 << (MISC + 1);

    private Labels() {}

    /** Label of the word at `position` in a name of `length` words. */
    public static int of(EntityType type, int position, int length) {
        if (type == EntityType.MISC) {
            return position == 0 ? MISC : MISC + 1;
        }
        int part = length == 1 ? UNIT : position == 0 ? BEGIN : position == length - 1 ? LAST : INSIDE;
        return 1 + PARTS * index(type) + part;
    }

    /** Type of the name that a word of this label belongs to; the label must not be {@link #OUTSIDE}. */
    public static EntityType type(int label) {
        return label >= MISC ? EntityType.MISC : TYPES[(label - 1) / PARTS];
    }

    /** Whether a name begins with a word of this label. */
    public static boolean begins(int label) {
        return label == MISC || (label > 0 && label < MISC && (part(label) == BEGIN || part(label) == UNIT));
    }

    /** Whether, after a word of the label `previous`, a word may have the label `next`. */
    public static boolean follows(int previous, int next) {
        if (isOpen(previous)) {
            boolean goesOn = next > 0 && next < MISC && (part(next) == INSIDE || part(next) == LAST);
            return goesOn && type(next) == type(previous);
        }
        return next == OUTSIDE || begins(next) || (next == MISC + 1 && previous >= MISC);
    }

    /** Whether a text may end after a word of this label. */
    public static boolean ends(int label) {
        return !isOpen(label);
    }

    private static boolean isOpen(int label) {
        return label > 0 && label < MISC && (part(label) == BEGIN || part(label) == INSIDE);
    }

    private static int part(int label) {
        return (label - 1) % PARTS;
    }

    private static int index(EntityType type) {
        for (int i = 0; i < TYPES.length; i++) {
            if (TYPES[i] == type) {
                return i;
            }
        }
        throw new IllegalArgumentException("No label is for names of type " + type);
    }
}
