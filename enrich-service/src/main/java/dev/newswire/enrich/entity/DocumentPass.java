package dev.newswire.enrich.entity;

import dev.newswire.enrich.entity.Acronyms.Definition;
import dev.newswire.enrich.text.Folding;
import dev.newswire.enrich.text.Gap;
import dev.newswire.enrich.text.Shape;
import dev.newswire.enrich.text.Tokens;
import dev.newswire.schema.Entity;
import dev.newswire.schema.EntityType;
import dev.newswire.schema.MentionMethod;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One article's way from spans to entities: abbreviations, names, links, short forms. */
final class DocumentPass {
    private static final float DEFINED = 0.95f;
    private static final int PROMINENT = 60;

    private final KnowledgeBase base;
    private final Document document;
    private final Linker linker;
    private final List<Span> spans = new ArrayList<>();
    private final Set<Long> commonNouns = new HashSet<>();
    private final Map<String, Chain> unknown = new HashMap<>();
    private final Map<String, Chain> byName = new HashMap<>();

    DocumentPass(KnowledgeBase base, Document document) {
        this.base = base;
        this.document = document;
        this.linker = new Linker(base);
    }

    List<Entity> run() {
        spans.addAll(new AliasRecogniser(base, document).recognise());
        document.fields().forEach(field -> spans.addAll(field.names().spans()));
        Context context = Context.of(spans, base);
        defineAcronyms(context);
        spans.removeIf(this::isCommonNoun);
        removeNamesAroundKnownOnes();
        spans.replaceAll(new LegalForms(base)::with);
        spans.replaceAll(new Departments(base)::with);
        Mentions mentions = Mentions.select(document, spans);
        link(mentions, context);
        restoreNames(mentions);
        judgeByCompany(mentions);
        ShortForms.join(document, mentions, base);
        return Assembly.entities(mentions.inOrder(document), document);
    }

    private void defineAcronyms(Context context) {
        for (Map.Entry<Long, Definition> entry : Acronyms.find(document).entrySet()) {
            Definition definition = entry.getValue();
            if (definition.hasLongForm() && !definition.isName()) {
                commonNouns.add(entry.getKey());
                continue;
            }
            Chain chain = chain(definition, context);
            if (chain != null) {
                addMentions(entry.getKey(), definition, chain);
            }
        }
    }

    private void addMentions(long key, Definition definition, Chain chain) {
        for (Field field : document.fields()) {
            Tokens tokens = field.tokens();
            for (int i = 0; i < field.size(); i++) {
                boolean written = tokens.is(i, Shape.CAPITAL) && Acronyms.isAcronym(tokens, i);
                if (written && Acronyms.keyOf(tokens, i) == key) {
                    spans.add(Span.of(field, i, i + 1, MentionMethod.ACRONYM, chain, DEFINED));
                }
            }
            if (definition.hasLongForm()) {
                for (int[] place : Acronyms.occurrences(definition, field)) {
                    MentionMethod method = chain.known() ? MentionMethod.ALIAS : MentionMethod.ACRONYM;
                    spans.add(Span.of(field, place[0], place[1], method, chain, DEFINED));
                }
            }
        }
    }

    /** The entity that an abbreviation stands for: a known one that bears the long form, else a new one. */
    private @Nullable Chain chain(Definition definition, Context context) {
        Field field = definition.field();
        if (!definition.hasLongForm()) {
            Span name = nameBefore(definition);
            return name == null ? undefined(definition) : chain(name, context);
        }
        int known = known(field, definition.longFrom(), definition.longTo(), context, null);
        if (known < 0) {
            known = known(field, definition.at(), definition.at() + 1, context, definition);
        }
        return known >= 0 ? Chain.of(base, known) : unknown(definition.longForm(), type(definition));
    }

    /** `International Ski Federation (FIS)`: the organisation whose initials are those of another language. */
    private @Nullable Span nameBefore(Definition definition) {
        Field field = definition.field();
        int at = definition.at();
        boolean doubtful = field.tokens().end(at) - field.tokens().start(at) < 3;
        if (doubtful || isListedAcronym(Acronyms.keyOf(field.tokens(), at))) {
            return null;
        }
        Span best = null;
        for (Span span : spans) {
            boolean before = span.field() == field && span.to() == definition.longTo() && span.length() > 1;
            if (before && isOrganisation(span) && (best == null || span.length() > best.length())) {
                best = span;
            }
        }
        return best;
    }

    private boolean isOrganisation(Span span) {
        EntityType type = span.type();
        return type == null
                ? base.entity(base.names().entity(span.slots()[0])).type() == EntityType.ORGANISATION
                : type == EntityType.ORGANISATION;
    }

    private @Nullable Chain chain(Span name, Context context) {
        if (name.type() != null) {
            return unknown(name.name(), EntityType.ORGANISATION);
        }
        Linker.Choice choice = linker.choose(name, context);
        return choice.number() < 0 ? null : Chain.of(base, choice.number());
    }

    /** `... sensor technology (JAGUAR)`: a name in capitals that stands for itself. */
    private @Nullable Chain undefined(Definition definition) {
        Field field = definition.field();
        int at = definition.at();
        Tokens tokens = field.tokens();
        boolean name = tokens.end(at) - tokens.start(at) >= 4
                && field.ordinary(at) == 0
                && !field.word(at, Lexicon.FUNCTION)
                && tokens.is(at, Shape.ALL_CAPS)
                && !field.capital(at - 1);
        return name && !isListedAcronym(Acronyms.keyOf(tokens, at))
                ? unknown(tokens.surface(at, at + 1), EntityType.MISC)
                : null;
    }

    private boolean isListedAcronym(long key) {
        PhraseTable table = base.names();
        int slot = table.first(Folding.join(0, key));
        while (slot != PhraseTable.NONE && !table.is(slot, PhraseTable.CAPS)) {
            slot = table.next(slot);
        }
        return slot != PhraseTable.NONE;
    }

    private int known(Field field, int from, int to, Context context, @Nullable Definition definition) {
        Tokens tokens = field.tokens();
        long phrase = 0;
        for (int i = from; i < to; i++) {
            phrase = Folding.join(phrase, i == to - 1 ? Acronyms.keyOf(tokens, i) : tokens.fullKey(i));
        }
        int best = -1;
        float bestScore = Float.NEGATIVE_INFINITY;
        PhraseTable table = base.names();
        for (int slot = table.first(phrase); slot != PhraseTable.NONE; slot = table.next(slot)) {
            KnowledgeBase.Entry entry = base.entity(table.entity(slot));
            float score = entry.prior() / 10f + 4 * context.share(entry.country());
            boolean fits = definition == null || shares(entry.name(), definition);
            if (fits && entry.type() != EntityType.PERSON && score > bestScore) {
                best = table.entity(slot);
                bestScore = score;
            }
        }
        return best;
    }

    /** Whether most words of the long form are in the name, so that the abbreviation is not a namesake's. */
    private static boolean shares(String name, Definition definition) {
        String folded = " " + Folding.fold(name).replace('-', ' ') + " ";
        Field field = definition.field();
        int words = 0;
        int shared = 0;
        for (int i = definition.longFrom(); i < definition.longTo(); i++) {
            if (!field.word(i, Lexicon.FUNCTION)) {
                words++;
                shared += folded.contains(" " + Folding.fold(field.tokens().surface(i, i + 1))) ? 1 : 0;
            }
        }
        return shared * 5 >= words * 3;
    }

    private static EntityType type(Definition definition) {
        Field field = definition.field();
        int last = definition.longTo() - 1;
        if (field.word(last, Lexicon.THING)) {
            return EntityType.MISC;
        }
        for (int i = definition.longFrom(); i < definition.longTo(); i++) {
            if (field.word(i, Lexicon.ORGANISATION)) {
                return EntityType.ORGANISATION;
            }
        }
        return field.word(last, Lexicon.PLACE) ? EntityType.LOCATION : EntityType.MISC;
    }

    private boolean isCommonNoun(Span span) {
        return span.length() == 1
                && span.chain() == null
                && commonNouns.contains(span.field().tokens().key(span.from()));
    }

    /** A tagged name that merely adds words to a person or a curated name known in full adds nothing. */
    private void removeNamesAroundKnownOnes() {
        Map<Field, BitSet> places = new IdentityHashMap<>();
        for (Span span : spans) {
            boolean known = span.slots().length > 0 && !span.tentative();
            if (known && (span.length() > 1 ? isTelling(span) : isSetApart(span))) {
                places.computeIfAbsent(span.field(), field -> new BitSet()).set(span.from(), span.to());
            }
        }
        spans.removeIf(span -> span.method() == MentionMethod.TAGGER && isAround(places.get(span.field()), span));
    }

    /**
     * A country before a possessive or a hyphen is not part of what follows, nor is a well-known place beside an
     * ampersand: `Japan-Italy`, `Britain's Defence Ministry`, `Tokyo & Washington`.
     */
    private boolean isSetApart(Span span) {
        Tokens tokens = span.field().tokens();
        KnowledgeBase.Entry entry = base.entity(base.names().entity(span.slots()[0]));
        boolean hyphenated = tokens.gap(span.from()) == Gap.HYPHEN || tokens.gap(span.to()) == Gap.HYPHEN;
        if (entry.kind() == KnowledgeBase.Kind.COUNTRY) {
            return hyphenated || tokens.is(span.to() - 1, Shape.POSSESSIVE);
        }
        boolean marked = ((tokens.gap(span.from()) | tokens.gap(span.to())) & Gap.OTHER) != 0;
        return marked && entry.type() == EntityType.LOCATION && entry.prior() >= PROMINENT;
    }

    private boolean isTelling(Span span) {
        KnowledgeBase.Entry entry = base.entity(base.names().entity(span.slots()[0]));
        boolean organisation = entry.type() == EntityType.ORGANISATION && entry.curated();
        return organisation || entry.type() == EntityType.PERSON;
    }

    /** Whether the span holds a known name and more. */
    private static boolean isAround(@Nullable BitSet known, Span span) {
        return known != null
                && span.length() > 1
                && !known.get(span.from(), span.to()).isEmpty();
    }

    private void link(Mentions mentions, Context context) {
        Set<String> sure = new HashSet<>();
        for (Span span : mentions.inOrder(document)) {
            if (span.chain() == null && !span.tentative()) {
                linkOne(span, mentions, context);
            }
            Chain chain = span.chain();
            if (chain != null) {
                sure.add(chain.id());
            }
        }
        for (Span span : mentions.inOrder(document)) {
            if (span.tentative()) {
                linkOne(span, mentions, context);
                Chain chain = span.chain();
                if (chain == null || !sure.contains(chain.id())) {
                    mentions.remove(span);
                }
            }
        }
    }

    /** Words that no entity of the table was found for are still the names that the tagger took them for. */
    private void restoreNames(Mentions mentions) {
        for (Field field : document.fields()) {
            for (Span name : field.names().spans()) {
                EntityType type = name.type();
                if (type != null && !isCommonNoun(name) && mentions.add(name)) {
                    name.link(unknown(name.name(), type), name.confidence());
                }
            }
        }
    }

    /** A lone unknown word that is listed with organisations is one. */
    private void judgeByCompany(Mentions mentions) {
        List<Span> all = mentions.inOrder(document);
        Set<String> organisations = Enumerations.organisations(all, mentions);
        for (Span span : all) {
            Chain chain = span.chain();
            if (chain != null && organisations.contains(chain.id())) {
                span.link(unknown(chain.name(), EntityType.ORGANISATION), span.confidence());
            }
        }
    }

    private void linkOne(Span span, Mentions mentions, Context context) {
        EntityType type = span.type();
        if (type != null) {
            span.link(unknown(span.name(), type), span.confidence());
            return;
        }
        Linker.Choice choice = linker.choose(span, context);
        if (choice.number() >= 0) {
            span.link(Chain.of(base, choice.number()), choice.confidence());
            return;
        }
        mentions.remove(span);
        if (isFullName(span) && document.english()) {
            Span name = Span.unknown(span.field(), span.from(), span.to(), EntityType.PERSON, 0.8f);
            name.link(unknown(span.surface(), EntityType.PERSON), 0.8f);
            mentions.add(name);
        }
    }

    /** A person's full name whose bearer in the table is too doubtful. */
    private boolean isFullName(Span span) {
        if (span.length() < 2 || span.tentative()) {
            return false;
        }
        return base.entity(base.names().entity(span.slots()[0])).type() == EntityType.PERSON;
    }

    /** The first spelling of an unknown name stands for all. */
    private Chain unknown(String name, EntityType type) {
        return byName.computeIfAbsent(type.name() + name, key -> {
            Chain chain = Chain.unknown(name, type);
            return unknown.computeIfAbsent(chain.id(), id -> chain);
        });
    }
}
