package dev.newswire.enrich.entity;

import dev.newswire.enrich.entity.KnowledgeBase.Entry;
import dev.newswire.enrich.entity.KnowledgeBase.Kind;
import dev.newswire.enrich.text.Folding;
import dev.newswire.enrich.text.Shape;
import dev.newswire.enrich.text.Tokens;
import dev.newswire.schema.EntityType;
import dev.newswire.schema.MentionMethod;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words that organisations and places of the document are called by for short: `Dominion` of `Dominion Textile`, `Hynix`
 * of `SK Hynix`, `the Times`, `Cortina`. A word that is also an ordinary one, or a well-known place, must act as an
 * organisation does.
 */
final class ShortNames {
    private static final int PROMINENT = 60;
    private static final int RARELY_ORDINARY = 60;
    private static final int SHORTEST = 4;
    private static final int NEVER = Lexicon.DEMONYM
            | Lexicon.FUNCTION
            | Lexicon.ORGANISATION
            | Lexicon.LEGAL_FORM
            | Lexicon.PLACE
            | Lexicon.TITLE
            | Lexicon.CALENDAR;

    /** What a short name needs beside it. */
    private enum Need {
        NOTHING,
        /** To do something: it is an ordinary word too. */
        ACTION,
        /** A verb in the plural: it is a place too. */
        PLURAL,
        /** The article: newspapers share their last words. */
        ARTICLE
    }

    private record Part(Chain chain, Need need) {}

    private final KnowledgeBase base;
    private final Mentions mentions;
    private final Map<Long, Part> parts = new HashMap<>();

    ShortNames(KnowledgeBase base, Mentions mentions) {
        this.base = base;
        this.mentions = mentions;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Takes the words that the bearer of a full name may be called by. */
    void collect(Span span, Chain chain) {
        if (chain.type() == EntityType.LOCATION) {
            place(span, chain);
        } else if (chain.type() == EntityType.ORGANISATION && span.method() != MentionMethod.ACRONYM) {
            organisation(span, chain);
        }
    }

    private void organisation(Span span, Chain chain) {
        Field field = span.field();
        int last = span.to() - 1;
        put(field, span.from(), chain, span.length() == 2);
        if (chain.known() && base.entity(chain.number()).kind() == Kind.MEDIA) {
            parts.putIfAbsent(field.tokens().key(last), new Part(chain, Need.ARTICLE));
        } else if (span.length() == 2 && field.ordinary(last) == 0) {
            put(field, last, chain, false);
        }
    }

    private void put(Field field, int i, Chain chain, boolean mayBeOrdinary) {
        Tokens tokens = field.tokens();
        boolean named = field.word(i, Lexicon.FIRST_NAME) && !chain.known();
        if (tokens.end(i) - tokens.start(i) < SHORTEST || field.word(i, NEVER) || named) {
            return;
        }
        Need need = need(field, i, chain);
        if (need != Need.ACTION || (mayBeOrdinary && field.ordinary(i) <= RARELY_ORDINARY)) {
            parts.putIfAbsent(tokens.key(i), new Part(chain, need));
        }
    }

    private Need need(Field field, int i, Chain chain) {
        PhraseTable table = base.names();
        boolean small = false;
        for (int slot = table.first(Folding.join(0, field.tokens().key(i)));
                slot != PhraseTable.NONE;
                slot = table.next(slot)) {
            Entry entry = base.entity(table.entity(slot));
            boolean other = table.entity(slot) != chain.number() && !table.is(slot, PhraseTable.WEAK);
            if (other && (entry.prior() >= PROMINENT || entry.kind() == Kind.COUNTRY || entry.kind() == Kind.REGION)) {
                return Need.PLURAL;
            }
            small |= other && entry.type() == EntityType.LOCATION;
        }
        return field.ordinary(i) > 0 || (small && !chain.known()) ? Need.ACTION : Need.NOTHING;
    }

    /** `Hague` of `The Hague`, `Cortina` of `Cortina d'Ampezzo`. */
    private void place(Span span, Chain chain) {
        Field field = span.field();
        int last = span.to() - 1;
        if (span.length() != 2) {
            return;
        }
        if (field.word(span.from(), Lexicon.FUNCTION) && field.capital(last)) {
            parts.putIfAbsent(field.tokens().key(last), new Part(chain, Need.NOTHING));
        } else if (field.tokens().is(last, Shape.INNER_CAPITAL) && field.ordinary(span.from()) == 0) {
            parts.putIfAbsent(field.tokens().key(span.from()), new Part(chain, Need.NOTHING));
        }
    }

    /** The bearer of the short name that stands at this word; null where there is none. */
    @Nullable
    Chain at(Field field, int i) {
        Part part = parts.get(field.tokens().key(i));
        if (part == null || !isMet(part.need(), field, i) || !isFree(field, i, part)) {
            return null;
        }
        return part.chain();
    }

    private static boolean isMet(Need need, Field field, int i) {
        return switch (need) {
            case NOTHING -> true;
            case ACTION -> Actions.acts(field, i) || (field.chosen(i) && !field.located(i));
            case PLURAL -> Actions.isSeveral(field, i);
            case ARTICLE -> field.chosen(i) && Actions.hasArticle(field, i);
        };
    }

    /** Whether nothing better is known of the word; a lone tagged word, of whatever type, gives way. */
    private boolean isFree(Field field, int i, Part part) {
        Span owner = mentions.at(field, i);
        if (owner == null) {
            return true;
        }
        boolean lone = owner.length() == 1;
        boolean place = part.need() == Need.PLURAL && owner.type() == null;
        return lone && (owner.method() == MentionMethod.TAGGER || place);
    }
}
