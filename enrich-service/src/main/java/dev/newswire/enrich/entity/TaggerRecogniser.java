package dev.newswire.enrich.entity;

import dev.newswire.enrich.entity.tagger.MentionTagger;
import dev.newswire.enrich.text.Gap;
import dev.newswire.enrich.text.Shape;
import dev.newswire.schema.EntityType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds names that no table knows, and the types of those that one does, by what the tagger learned of English texts. */
final class TaggerRecogniser {
    private static final float LEAST = 0.25f;
    private static final float DATELINE = 0.95f;
    private static final int OFTEN = 5;
    private static final float SURE = 0.97f;

    private final MentionTagger tagger;
    private final KnowledgeBase base;

    /** A name as the tagger found it; its strength is the probability that it is one, of whatever type. */
    private record Found(int from, int to, float strength) {}

    TaggerRecogniser(MentionTagger tagger, KnowledgeBase base) {
        this.tagger = tagger;
        this.base = base;
    }

    MentionTagger tagger() {
        return tagger;
    }

    /** Reads the texts of the document, for all who come later. */
    void read(Document document) {
        if (!document.english()) {
            return;
        }
        TypePool pool = new TypePool();
        List<List<Found>> all = new ArrayList<>();
        for (Field field : document.fields()) {
            all.add(find(field, pool));
        }
        Set<Long> families = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            families(document.fields().get(i), all.get(i), pool, families);
        }
        for (int i = 0; i < all.size(); i++) {
            Field field = document.fields().get(i);
            field.tagged(names(field, all.get(i), pool, families));
        }
    }

    /** Keys of the last words of people's full names. */
    private static void families(Field field, List<Found> found, TypePool pool, Set<Long> families) {
        for (Found one : found) {
            boolean full = one.to() - one.from() > 1;
            if (full && pool.type(field, one.from(), one.to()) == EntityType.PERSON) {
                families.add(field.tokens().key(one.to() - 1));
            }
        }
    }

    private List<Found> find(Field field, TypePool pool) {
        List<Found> found = new ArrayList<>();
        tagger.tag(field.tokens(), field.heading(), (from, to, type, probabilities) -> {
            Bounds bounds = Bounds.of(field, from, to, type);
            float strength = 0;
            for (float probability : probabilities) {
                strength += probability;
            }
            pool.add(field, bounds.from(), bounds.to(), probabilities);
            found.add(new Found(bounds.from(), bounds.to(), strength));
        });
        return found;
    }

    private TaggedNames names(Field field, List<Found> found, TypePool pool, Set<Long> families) {
        Dateline dateline = Dateline.of(base, field);
        TaggedNames names = new TaggedNames(field.size(), dateline.credits());
        for (Dateline.Place place : dateline.places()) {
            names.add(Span.unknown(field, place.from(), place.to(), EntityType.LOCATION, DATELINE));
        }
        for (Found one : found) {
            float confidence = Math.min(1, one.strength()) * pool.share(field, one.from(), one.to());
            if (confidence >= LEAST && !isOrdinary(field, one, confidence)) {
                add(field, one, type(field, one, pool), confidence, families, names);
            }
        }
        WordNames.add(field, names);
        return names;
    }

    /** Adds a name; of `Merz's Christian Democratic Union`, where Friedrich Merz is in the text, both names. */
    private static void add(
            Field field, Found one, EntityType type, float confidence, Set<Long> families, TaggedNames names) {
        int from = one.from();
        boolean two = one.to() - from > 2
                && field.tokens().is(from, Shape.POSSESSIVE)
                && families.contains(field.tokens().key(from));
        if (two) {
            names.add(Span.unknown(field, from, from + 1, EntityType.PERSON, confidence));
        }
        names.add(Span.unknown(field, two ? from + 1 : from, one.to(), type, confidence));
    }

    /** The type that most speaks for; but what ends in a word such as Museum or Courier is an organisation. */
    private static EntityType type(Field field, Found one, TypePool pool) {
        if (isKorean(field, one)) {
            return EntityType.PERSON;
        }
        EntityType type = pool.type(field, one.from(), one.to());
        int last = one.to() - 1;
        int others = Lexicon.PLACE | Lexicon.THING;
        boolean organisation = last > one.from() && field.word(last, Lexicon.ORGANISATION) && !field.word(last, others);
        return organisation && type != EntityType.PERSON ? EntityType.ORGANISATION : type;
    }

    /** `Park Ji-hoon`: a family name that stands first, and syllables of which only the first has a capital. */
    private static boolean isKorean(Field field, Found one) {
        int last = one.to() - 1;
        return last - one.from() == 2
                && field.word(one.from(), Lexicon.LEADING_SURNAME)
                && field.tokens().gap(last) == Gap.HYPHEN
                && field.tokens().is(last, Shape.LOWER)
                && !field.capital(last)
                && field.ordinary(last) == 0;
    }

    /** Whether a single word is an amount (`122kg`), or has its capital from its place and is more often no name. */
    private static boolean isOrdinary(Field field, Found one, float confidence) {
        int from = one.from();
        boolean single = one.to() - from == 1;
        if (single && field.tokens().is(from, Shape.NUMBER) && field.tokens().is(from, Shape.LOWER)) {
            return true;
        }
        return single && !field.chosen(from) && field.ordinary(from) >= OFTEN && confidence < SURE;
    }
}
