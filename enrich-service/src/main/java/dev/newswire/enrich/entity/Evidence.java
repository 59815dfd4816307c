package dev.newswire.enrich.entity;

import dev.newswire.enrich.entity.KnowledgeBase.Entry;
import dev.newswire.enrich.entity.KnowledgeBase.Kind;
import dev.newswire.enrich.text.Folding;
import dev.newswire.enrich.text.Gap;
import dev.newswire.enrich.text.Shape;
import dev.newswire.enrich.text.Tokens;
import dev.newswire.schema.EntityType;

/**
 * Judges whether words that spell a known name are that name here: ordinary words that happen to be names, words with a
 * capital because of their place, and parts of longer names are not.
 */
final class Evidence {
    /** How sure it is that the words are the name. */
    enum Verdict {
        SURE,
        /** Only if another mention of the same entity is sure. */
        UNSURE,
        NO
    }

    /** Percent of lower case up to which a word is a name first of all. */
    private static final int RARELY_ORDINARY = 2;

    private static final int SOMETIMES_ORDINARY = 35;
    private static final int WELL_KNOWN = 60;
    private static final int NOT_OBSCURE = 34;

    private final KnowledgeBase base;
    private final PhraseTable table;

    Evidence(KnowledgeBase base) {
        this.base = base;
        this.table = base.names();
    }

    Verdict verdict(Document document, Field field, int from, int to, int slot) {
        Entry entry = base.entity(table.entity(slot));
        if (!document.english()) {
            return foreign(field, from, to, slot, entry) ? Verdict.SURE : Verdict.NO;
        }
        if (field.names().isCredit(from) || (field.tokens().is(from, Shape.NUMBER) && !entry.curated())) {
            return Verdict.NO;
        }
        if (isPartOfLongerName(field, from, to, slot, entry)) {
            return Verdict.NO;
        }
        return to - from == 1 ? ofOneWord(field, from, slot, entry) : ofSeveral(field, from, to, entry);
    }

    private Verdict ofOneWord(Field field, int i, int slot, Entry entry) {
        if (field.tokens().is(i, Shape.LETTER)) {
            return Verdict.NO;
        }
        boolean plain = entry.type() == EntityType.ORGANISATION && !entry.curated();
        if (plain && field.names().around(i) == null) {
            return Verdict.NO;
        }
        if (table.is(slot, PhraseTable.CAPS)) {
            return isBeforeHandle(field.tokens(), i + 1) ? Verdict.NO : acronym(field, i, entry);
        }
        if (field.word(i, Lexicon.FUNCTION | Lexicon.CALENDAR) || isShouted(field, i, entry)) {
            return Verdict.NO;
        }
        if (table.is(slot, PhraseTable.DEMONYM) || !field.capital(i)) {
            return field.capital(i) || entry.curated() ? Verdict.SURE : Verdict.NO;
        }
        if (entry.type() == EntityType.LOCATION && field.chosen(i) && isFollowedByCountry(field, i + 1, entry)) {
            return Verdict.SURE;
        }
        if (isTagged(field, i, entry)) {
            return Verdict.SURE;
        }
        if (!isKnown(entry) && !isBorneOut(field, i, slot, entry)) {
            return Verdict.NO;
        }
        int ordinary = field.ordinary(i);
        if (ordinary > SOMETIMES_ORDINARY && !entry.curated() && field.chosen(i) && field.located(i)) {
            return Verdict.UNSURE;
        }
        if (field.chosen(i)) {
            return ordinary <= SOMETIMES_ORDINARY || entry.curated() ? Verdict.SURE : Verdict.NO;
        }
        boolean country = entry.kind() == Kind.COUNTRY && ordinary <= SOMETIMES_ORDINARY;
        return ordinary <= RARELY_ORDINARY || country ? Verdict.SURE : Verdict.UNSURE;
    }

    /** `Reading, UK`: whether a comma and the place's country or a region of it follow. */
    private boolean isFollowedByCountry(Field field, int next, Entry entry) {
        if (next >= field.size() || field.tokens().gap(next) != (Gap.COMMA | Gap.SPACE)) {
            return false;
        }
        int slot = table.first(Folding.join(0, field.tokens().key(next)));
        while (slot != PhraseTable.NONE) {
            Entry around = base.entity(table.entity(slot));
            boolean larger = around.kind() == Kind.COUNTRY || around.kind() == Kind.REGION;
            if (larger
                    && around.country().equals(entry.country())
                    && table.writtenAs(slot, field.tokens(), next, next + 1)) {
                return true;
            }
            slot = table.next(slot);
        }
        return false;
    }

    /** `RT @harbour`: letters before the name of an account say how the post came, not who it is about. */
    private static boolean isBeforeHandle(Tokens tokens, int next) {
        if (next >= tokens.size() || (tokens.gap(next) & Gap.OTHER) == 0) {
            return false;
        }
        for (int i = tokens.end(next - 1); i < tokens.start(next); i++) {
            if (tokens.text().charAt(i) == '@') {
                return true;
            }
        }
        return false;
    }

    private static Verdict acronym(Field field, int i, Entry entry) {
        boolean ordinary = field.ordinary(i) > RARELY_ORDINARY || field.word(i, Lexicon.FUNCTION);
        if (ordinary && field.shouting()) {
            return Verdict.NO;
        }
        return ordinary && !entry.curated() && entry.kind() != Kind.COUNTRY ? Verdict.NO : Verdict.SURE;
    }

    /** Words in capitals throughout are acronyms, except places in a dateline. */
    private static boolean isShouted(Field field, int i, Entry entry) {
        Tokens tokens = field.tokens();
        if (!tokens.is(i, Shape.ALL_CAPS) || tokens.is(i, Shape.DOTTED) || field.shouting()) {
            return false;
        }
        return entry.type() != EntityType.LOCATION || tokens.end(i) - tokens.start(i) < 4;
    }

    private static boolean isKnown(Entry entry) {
        return entry.curated() || entry.kind() == Kind.COUNTRY || entry.prior() >= WELL_KNOWN;
    }

    /** Whether the tagger, too, took just this word for a name of this type. */
    private static boolean isTagged(Field field, int i, Entry entry) {
        boolean agrees = field.names().agrees(i, i + 1, entry.type());
        return agrees && entry.type() != EntityType.PERSON && entry.prior() >= NOT_OBSCURE;
    }

    /** Whether the place of a single word bears out that it is a lesser-known name. */
    private boolean isBorneOut(Field field, int i, int slot, Entry entry) {
        boolean personal = field.word(i, Lexicon.FIRST_NAME | Lexicon.SURNAME | Lexicon.LEADING_SURNAME);
        if (entry.type() == EntityType.PERSON) {
            return table.is(slot, PhraseTable.WEAK);
        }
        if (entry.type() == EntityType.LOCATION) {
            return entry.prior() >= (field.located(i) ? (personal ? 42 : 36) : (personal ? 52 : 46));
        }
        boolean weak = table.is(slot, PhraseTable.WEAK);
        return !personal && field.ordinary(i) == 0 && (weak || entry.prior() >= 40);
    }

    private Verdict ofSeveral(Field field, int from, int to, Entry entry) {
        boolean ordinary = true;
        for (int i = from; i < to; i++) {
            ordinary &= field.ordinary(i) > SOMETIMES_ORDINARY || field.word(i, Lexicon.FUNCTION);
        }
        boolean article = to - from == 2 && field.word(from, Lexicon.FUNCTION) && field.ordinary(from + 1) > 5;
        if (article && !entry.curated() && entry.prior() < WELL_KNOWN) {
            return Verdict.NO;
        }
        boolean needsChoice = ordinary && entry.prior() < WELL_KNOWN && !entry.curated();
        boolean choice = field.chosen(to - 1);
        return needsChoice && !choice ? Verdict.UNSURE : Verdict.SURE;
    }

    private boolean isPartOfLongerName(Field field, int from, int to, int slot, Entry entry) {
        if (table.is(slot, PhraseTable.DEMONYM)) {
            return false;
        }
        boolean single = to - from == 1;
        boolean given =
                field.extendsLeft(from) && field.word(from - 1, Lexicon.FIRST_NAME) && field.ordinary(from - 1) < 5;
        boolean acronym = single && table.is(slot, PhraseTable.CAPS);
        if (given && !acronym && (single || entry.type() == EntityType.PERSON)) {
            return true;
        }
        if (!field.extendsRight(to)) {
            return single && field.extendsLeft(from) && entry.kind() == Kind.TOWN && entry.prior() < WELL_KNOWN;
        }
        if (field.word(to, Lexicon.ORGANISATION | Lexicon.PLACE)) {
            return entry.type() != EntityType.ORGANISATION && !acronym;
        }
        if (entry.kind() == Kind.TOWN) {
            return true;
        }
        boolean person = single && field.word(from, Lexicon.FIRST_NAME) && field.ordinary(to) == 0;
        return (person && !acronym) || (single && !isKnown(entry));
    }

    /** Of texts in other languages, only what can hardly be anything else. */
    private boolean foreign(Field field, int from, int to, int slot, Entry entry) {
        Tokens tokens = field.tokens();
        int length = tokens.end(to - 1) - tokens.start(from);
        boolean plain = !table.is(slot, PhraseTable.WEAK | PhraseTable.DEMONYM) && field.ordinary(from) == 0;
        if (to - from > 1) {
            boolean first = tokens.is(from, Shape.CAPITAL) && tokens.is(to - 1, Shape.CAPITAL | Shape.NUMBER);
            return first && length >= 7 && (entry.curated() || entry.type() == EntityType.PERSON);
        }
        if (!plain || !tokens.is(from, Shape.CAPITAL)) {
            return false;
        }
        if (table.is(slot, PhraseTable.CAPS)) {
            return entry.curated() && length >= 3;
        }
        return length >= 4 && isKnown(entry) && entry.type() != EntityType.MISC;
    }
}
