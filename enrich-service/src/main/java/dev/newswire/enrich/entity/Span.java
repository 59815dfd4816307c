package dev.newswire.enrich.entity;

import dev.newswire.enrich.text.Shape;
import dev.newswire.schema.EntityType;
import dev.newswire.schema.MentionMethod;
import org.jspecify.annotations.Nullable;

/** Words of a text that may name an entity, and, once linked, the entity that they name. */
final class Span {
    private static final int[] NO_SLOTS = {};
    /** Letters of the longest words that may be acronyms. */
    private static final int SHORT = 4;

    private final Field field;
    private final int from;
    private final int to;
    private final MentionMethod method;
    private final @Nullable EntityType type;
    private final int[] slots;
    private final boolean tentative;
    private @Nullable Chain chain;
    private float confidence;

    private Span(
            Field field,
            int from,
            int to,
            MentionMethod method,
            @Nullable EntityType type,
            int[] slots,
            boolean tentative,
            float confidence) {
        this.field = field;
        this.from = from;
        this.to = to;
        this.method = method;
        this.type = type;
        this.slots = slots;
        this.tentative = tentative;
        this.confidence = confidence;
    }

    /** A known name; tentative where only other mentions can tell that it is one. */
    static Span known(Field field, int from, int to, int[] slots, boolean tentative) {
        return new Span(field, from, to, MentionMethod.ALIAS, null, slots, tentative, 0);
    }

    /** A name not known before, of the type that its shape tells. */
    static Span unknown(Field field, int from, int to, EntityType type, float confidence) {
        return new Span(field, from, to, MentionMethod.TAGGER, type, NO_SLOTS, false, confidence);
    }

    /** A mention of an entity that the document itself tells. */
    static Span of(Field field, int from, int to, MentionMethod method, Chain chain, float confidence) {
        Span span = new Span(field, from, to, method, chain.type(), NO_SLOTS, false, confidence);
        span.link(chain, confidence);
        return span;
    }

    Field field() {
        return field;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    int length() {
        return to - from;
    }

    MentionMethod method() {
        return method;
    }

    /** The type that the shape tells; null where the table of names decides. */
    @Nullable
    EntityType type() {
        return type;
    }

    /** Slots of the table of names, those of every candidate. */
    int[] slots() {
        return slots;
    }

    boolean tentative() {
        return tentative;
    }

    String surface() {
        return field.tokens().surface(from, to);
    }

    /** The words as a name: places are written in capitals in datelines only. */
    String name() {
        boolean shouted =
                type == EntityType.LOCATION && length() * SHORT < surface().length();
        for (int i = from; i < to && shouted; i++) {
            shouted = field.tokens().is(i, Shape.ALL_CAPS) && !field.tokens().is(i, Shape.DOTTED);
        }
        return shouted ? Capitals.ofName(surface()) : surface();
    }

    @Nullable
    Chain chain() {
        return chain;
    }

    float confidence() {
        return confidence;
    }

    void link(Chain target, float probability) {
        this.chain = target;
        this.confidence = probability;
    }

    void unlink() {
        this.chain = null;
    }
}
