package dev.newswire.enrich.entity;

import dev.newswire.enrich.text.Folding;
import dev.newswire.enrich.text.Gap;
import dev.newswire.enrich.text.Shape;
import dev.newswire.enrich.text.Tokens;
import dev.newswire.schema.EntityType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Places that articles were written at: `FRANKFURT --`, `WASHINGTON (AP) —`, `PARIS, July 3 -`. In text taken from
 * pages, the credits of a picture and of the writer may stand before them without a mark between: `ANNA FALK BRUSSELS --`.
 */
final class Dateline {
    private static final int LONGEST_PLACE = 5;
    private static final int LONGEST_CREDIT = 16;
    private static final int LONGEST_AGENCY = 3;
    private static final int LONGEST_DATE = 3;
    private static final int LONGEST_REGION = 3;
    private static final int LONGEST_UNKNOWN = 2;
    private static final int SHORTEST_PLACE = 4;

    /** A place, by its first word and the one after its last. */
    record Place(int from, int to) {}

    private final PhraseTable table;
    private final KnowledgeBase base;
    private final Field field;
    private final Tokens tokens;
    private final List<Place> places = new ArrayList<>(1);
    private final BitSet credits = new BitSet();

    private Dateline(KnowledgeBase base, Field field) {
        this.base = base;
        this.table = base.names();
        this.field = field;
        this.tokens = field.tokens();
    }

    /** Looks for all of them in a text. */
    static Dateline of(KnowledgeBase base, Field field) {
        Dateline dateline = new Dateline(base, field);
        for (int i = 1; i < field.size() && !field.shouting(); i++) {
            if (field.tokens().isDash(i)) {
                dateline.before(i);
            }
        }
        return dateline;
    }

    List<Place> places() {
        return places;
    }

    /** Words of credits. */
    BitSet credits() {
        return credits;
    }

    private void before(int dash) {
        int end = withoutRegion(withoutDate(withoutAgency(dash)));
        int from = end;
        while (from > 0 && end - from < LONGEST_CREDIT && tokens.is(from - 1, Shape.ALL_CAPS) && isClose(from, end)) {
            from--;
        }
        boolean opens = from == 0 || (tokens.gap(from) & Gap.BREAK) != 0;
        int to = opens ? firstComma(from, end) : end;
        int start = knownPlace(from, to);
        if (start < to) {
            credits.set(from, start);
            places.add(new Place(start, to));
        } else if (opens && to > from && to - from <= LONGEST_UNKNOWN && isLong(from, to)) {
            places.add(new Place(from, to));
        }
    }

    /** `WASHINGTON (AP) -`: the word that the bracket opens with. */
    private int withoutAgency(int end) {
        if ((tokens.gap(end) & Gap.CLOSE) == 0) {
            return end;
        }
        for (int i = end - 1; i > 0 && i >= end - LONGEST_AGENCY; i--) {
            if ((tokens.gap(i) & Gap.OPEN) != 0) {
                return i;
            }
        }
        return end;
    }

    private int withoutDate(int end) {
        int i = end;
        while (i > 1
                && end - i < LONGEST_DATE
                && (tokens.is(i - 1, Shape.NUMBER) || field.word(i - 1, Lexicon.CALENDAR))) {
            i--;
        }
        return i;
    }

    /** `PARIS, France`: the word after the one before the comma, where that is written in capitals. */
    private int withoutRegion(int end) {
        for (int i = end - 1; i > 0 && i >= end - LONGEST_REGION && field.capital(i); i--) {
            if ((tokens.gap(i) & Gap.COMMA) != 0) {
                return tokens.is(i - 1, Shape.ALL_CAPS) && !tokens.is(i, Shape.ALL_CAPS) ? i : end;
            }
        }
        return end;
    }

    /** Whether words on both sides may be parts of one line of capitals. */
    private boolean isClose(int i, int end) {
        int parting = Gap.STOP | Gap.BREAK | Gap.OPEN | Gap.CLOSE | Gap.QUOTE;
        return i == end || (tokens.gap(i) & parting) == 0;
    }

    private int firstComma(int from, int end) {
        for (int i = from + 1; i < end; i++) {
            if ((tokens.gap(i) & Gap.COMMA) != 0) {
                return i;
            }
        }
        return end;
    }

    private boolean isLong(int from, int to) {
        return tokens.end(to - 1) - tokens.start(from) >= SHORTEST_PLACE;
    }

    /** First word of the longest known place that ends here; `to` where there is none. */
    private int knownPlace(int from, int to) {
        for (int i = Math.max(from, to - LONGEST_PLACE); i < to && isLong(i, to); i++) {
            if (isPlace(i, to)) {
                return i;
            }
        }
        return to;
    }

    private boolean isPlace(int from, int end) {
        long phrase = 0;
        for (int i = from; i < end; i++) {
            phrase = Folding.join(phrase, tokens.key(i));
        }
        int slot = table.first(phrase);
        while (slot != PhraseTable.NONE) {
            if (base.entity(table.entity(slot)).type() == EntityType.LOCATION) {
                return true;
            }
            slot = table.next(slot);
        }
        return false;
    }
}
