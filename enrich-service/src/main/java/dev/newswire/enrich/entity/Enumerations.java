package dev.newswire.enrich.entity;

import dev.newswire.enrich.text.Folding;
import dev.newswire.enrich.text.Gap;
import dev.newswire.enrich.text.Tokens;
import dev.newswire.schema.EntityType;
import dev.newswire.schema.MentionMethod;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names that are listed together are of one type: in `BAE Systems, Leonardo and Thales`, a word that was taken for a
 * person's first name is an organisation. Only lone words that no table knows are judged by their company.
 */
final class Enumerations {
    private static final int LISTED = Gap.COMMA | Gap.SPACE;
    private static final long AND = Folding.key("and");

    private final Mentions mentions;
    private final Set<Long> people = new HashSet<>();

    private Enumerations(Mentions mentions) {
        this.mentions = mentions;
    }

    /** Ids of unknown entities that their company tells to be organisations. */
    static Set<String> organisations(List<Span> spans, Mentions mentions) {
        Enumerations enumerations = new Enumerations(mentions);
        spans.forEach(enumerations::collect);
        Set<String> ids = new HashSet<>();
        for (Span span : spans) {
            Chain chain = span.chain();
            if (chain != null && chain.type() == EntityType.PERSON && enumerations.isJudged(span)) {
                ids.add(chain.id());
            }
        }
        return ids;
    }

    /** Parts of people's full names: a lone one of them needs no company to be told by. */
    private void collect(Span span) {
        Chain chain = span.chain();
        if (chain != null && chain.type() == EntityType.PERSON && span.length() > 1) {
            for (int i = span.from(); i < span.to(); i++) {
                people.add(span.field().tokens().key(i));
            }
        }
    }

    private boolean isJudged(Span span) {
        Field field = span.field();
        int i = span.from();
        boolean lone = span.length() == 1 && span.method() == MentionMethod.TAGGER && !field.titled(i);
        return lone
                && !people.contains(field.tokens().key(i))
                && (isOrganisation(beforeIt(field, i)) || isOrganisation(afterIt(field, i)));
    }

    private @Nullable Span beforeIt(Field field, int i) {
        if (field.tokens().gap(i) == LISTED) {
            return mentions.at(field, i - 1);
        }
        return isAnd(field, i - 1) && isListed(field.tokens(), i - 1) ? mentions.at(field, i - 2) : null;
    }

    private @Nullable Span afterIt(Field field, int i) {
        if (field.tokens().gap(i + 1) == LISTED) {
            return mentions.at(field, isAnd(field, i + 1) ? i + 2 : i + 1);
        }
        return isAnd(field, i + 1) && isListed(field.tokens(), i + 2) ? mentions.at(field, i + 2) : null;
    }

    private static boolean isListed(Tokens tokens, int i) {
        return tokens.gap(i) == Gap.SPACE || tokens.gap(i) == LISTED;
    }

    private static boolean isAnd(Field field, int i) {
        Tokens tokens = field.tokens();
        return i > 0 && i < field.size() && tokens.key(i) == AND;
    }

    private static boolean isOrganisation(@Nullable Span span) {
        Chain chain = span == null ? null : span.chain();
        return chain != null && chain.known() && chain.type() == EntityType.ORGANISATION;
    }
}
