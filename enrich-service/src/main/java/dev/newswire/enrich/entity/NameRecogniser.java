package dev.newswire.enrich.entity;

import dev.newswire.enrich.text.Gap;
import dev.newswire.enrich.text.Shape;
import dev.newswire.enrich.text.Tokens;
import dev.newswire.schema.EntityType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds names that no table knows by their shape: a run of capitalised words that begins with a given name, or stands
 * after a title, is a person; one that ends in a word such as Ministry or River is an organisation or a place.
 */
final class NameRecogniser implements MentionRecogniser {
    private static final int LONGEST_PERSON = 4;
    private static final int BREAKS = Lexicon.FUNCTION | Lexicon.CALENDAR | Lexicon.TITLE;

    @Override
    public List<Span> recognise(Document document) {
        List<Span> spans = new ArrayList<>();
        if (document.english()) {
            document.fields().forEach(field -> scan(field, spans));
        }
        return spans;
    }

    private void scan(Field field, List<Span> spans) {
        int i = 0;
        while (i < field.size()) {
            if (!opens(field, i)) {
                i++;
                continue;
            }
            int end = runEnd(field, i);
            Span span = name(field, i, end);
            if (span != null) {
                spans.add(span);
            }
            i = end;
        }
    }

    private static boolean opens(Field field, int i) {
        return field.capital(i) && !field.word(i, BREAKS) && !isAcronym(field, i);
    }

    private static boolean isAcronym(Field field, int i) {
        Tokens tokens = field.tokens();
        return tokens.is(i, Shape.ALL_CAPS) && !tokens.is(i, Shape.DOTTED) && !field.shouting();
    }

    /** The word after a run of capitalised words; particles and `of` go on where a capital follows. */
    private static int runEnd(Field field, int from) {
        int i = from + 1;
        while (i < field.size() && joined(field, i)) {
            if (opens(field, i)) {
                i++;
                continue;
            }
            if (isSecondSyllable(field, from, i)) {
                i++;
                continue;
            }
            int next = i + 1;
            boolean bridge = isBridge(field, from, i) && next < field.size() && joined(field, next);
            if (!bridge || !opens(field, next)) {
                break;
            }
            i = next + 1;
        }
        return i;
    }

    /** `hoon` of `Park Ji-hoon`. */
    private static boolean isSecondSyllable(Field field, int from, int i) {
        return i == from + 2
                && field.tokens().gap(i) == Gap.HYPHEN
                && field.word(from, Lexicon.LEADING_SURNAME)
                && field.ordinary(i) == 0
                && !field.word(i, Lexicon.FOLLOWER);
    }

    private static boolean joined(Field field, int i) {
        return Gap.joins(field.tokens().gap(i)) && !field.tokens().is(i - 1, Shape.POSSESSIVE);
    }

    private static boolean isBridge(Field field, int from, int i) {
        if (field.capital(i)) {
            return false;
        }
        if (field.word(i, Lexicon.PARTICLE)) {
            return true;
        }
        String word = field.tokens().surface(i, i + 1);
        boolean leads = field.word(from, Lexicon.ORGANISATION);
        boolean follows = field.word(i - 1, Lexicon.ORGANISATION) && !field.word(i - 1, Lexicon.LEGAL_FORM);
        return word.equals("and") ? leads : (leads || follows) && (word.equals("of") || word.equals("for"));
    }

    private @Nullable Span name(Field field, int start, int end) {
        int from = start;
        boolean placed = !field.chosen(from);
        if (placed && end - from > 1 && field.ordinary(from) >= 5 && !isGivenName(field, from)) {
            from++;
        }
        while (from < end && field.word(from, Lexicon.DEMONYM)) {
            from++;
        }
        if (from >= end || field.shouting()) {
            return null;
        }
        Span other = ofOtherKind(field, from, end);
        return other != null ? other : person(field, from, end);
    }

    private @Nullable Span ofOtherKind(Field field, int from, int end) {
        if (end - from < 2 || field.heading() || isPersonal(field, from, end)) {
            return null;
        }
        int last = end - 1;
        boolean leads = field.word(from, Lexicon.ORGANISATION) && !field.capital(from + 1);
        if ((field.word(last, Lexicon.ORGANISATION) || leads) && isDistinct(field, from, end)) {
            return Span.unknown(field, from, end, EntityType.ORGANISATION, 0.65f);
        }
        if (field.word(last, Lexicon.PLACE) && isDistinct(field, from, end)) {
            return Span.unknown(field, from, end, EntityType.LOCATION, 0.6f);
        }
        if (field.word(last, Lexicon.THING) && isDistinct(field, from, end)) {
            return Span.unknown(field, from, end, EntityType.MISC, 0.55f);
        }
        return null;
    }

    /** Whether some word is a name and not an ordinary word: `Foreign Ministry` says not which. */
    private static boolean isDistinct(Field field, int from, int end) {
        int rare = 0;
        int plain = 0;
        int parts = Lexicon.ORGANISATION | Lexicon.PLACE | Lexicon.THING | Lexicon.PARTICLE;
        for (int i = from; i < end; i++) {
            if (field.word(i, parts) || !field.capital(i)) {
                continue;
            }
            rare += field.ordinary(i) < 30 ? 1 : 0;
            plain += field.ordinary(i) >= 30 ? 1 : 0;
        }
        return rare > 0 || plain > 2;
    }

    private static boolean isPersonal(Field field, int from, int end) {
        int last = end - 1;
        boolean place = field.word(last, Lexicon.PLACE) && !field.word(last, Lexicon.LEADING_SURNAME);
        return end - from == 2
                && isGivenName(field, from)
                && field.word(last, Lexicon.SURNAME)
                && !place
                && !field.word(last, Lexicon.ORGANISATION);
    }

    private @Nullable Span person(Field field, int from, int end) {
        boolean titled = field.titled(from);
        int words = countWords(field, from, end);
        if (words > LONGEST_PERSON || hasParts(field, from, end)) {
            return null;
        }
        int last = end - 1;
        if (end - from == 1) {
            boolean honoured = titled && field.word(from - 1, Lexicon.HONORIFIC) && field.chosen(from);
            return honoured && (isFamilyName(field, from) || field.word(from, Lexicon.SURNAME))
                    ? Span.unknown(field, from, end, EntityType.PERSON, 0.6f)
                    : null;
        }
        boolean given = isGivenName(field, from) && (field.chosen(from) || field.ordinary(from) <= 2);
        boolean leading = words <= 3
                && field.word(from, Lexicon.LEADING_SURNAME)
                && field.ordinary(last) == 0
                && field.chosen(from);
        boolean family = isFamilyName(field, last);
        if (field.heading() && (words != 2 || field.ordinary(from) > 0 || field.ordinary(last) > 0)) {
            return null;
        }
        if ((given || leading || titled) && family) {
            boolean sure = given && field.word(last, Lexicon.SURNAME);
            return Span.unknown(field, from, end, EntityType.PERSON, sure ? 0.85f : titled ? 0.8f : 0.75f);
        }
        return null;
    }

    private static int countWords(Field field, int from, int end) {
        int words = 1;
        for (int i = from + 1; i < end; i++) {
            words += field.tokens().gap(i) != Gap.HYPHEN && !field.word(i, Lexicon.PARTICLE) ? 1 : 0;
        }
        return words;
    }

    private static boolean hasParts(Field field, int from, int end) {
        for (int i = from; i < end; i++) {
            if (field.word(i, Lexicon.ORGANISATION | Lexicon.PLACE | Lexicon.THING | Lexicon.FOLLOWER)
                    && !field.word(i, Lexicon.FIRST_NAME | Lexicon.SURNAME)) {
                return true;
            }
            if (field.word(i, Lexicon.DEMONYM)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isGivenName(Field field, int i) {
        return field.word(i, Lexicon.FIRST_NAME) && field.ordinary(i) <= 60;
    }

    private static boolean isFamilyName(Field field, int i) {
        int ordinary = field.ordinary(i);
        boolean letter = field.tokens().is(i, Shape.LETTER | Shape.DIGIT);
        return !letter && (ordinary <= 10 || (field.word(i, Lexicon.SURNAME) && field.chosen(i)));
    }
}
