package dev.newswire.enrich.entity;

import dev.newswire.enrich.text.Folding;
import dev.newswire.enrich.text.Tokens;
import dev.newswire.schema.EntityType;
import java.util.HashMap;
import java.util.Map;

/**
 * One type for one name in one article: what the tagger made of each of its places, added up. A name that stands in the
 * text once as a person and once as a place is neither for sure, and goes by what most speaks for.
 */
final class TypePool {
    private static final EntityType[] TYPES = EntityType.values();

    /** Share below which no type can be told. */
    private static final float LEAST_SHARE = 0.45f;

    private final Map<Long, float[]> sums = new HashMap<>();

    /** Adds what speaks for each type, by ordinal, at one place of the name. */
    void add(Field field, int from, int to, float[] probabilities) {
        float[] sum = sums.computeIfAbsent(key(field, from, to), key -> new float[TYPES.length]);
        for (int i = 0; i < TYPES.length; i++) {
            sum[i] += probabilities[i];
        }
    }

    /** The type of the name. */
    EntityType type(Field field, int from, int to) {
        float[] sum = sum(field, from, to);
        int best = best(sum);
        return share(sum, best) < LEAST_SHARE ? EntityType.MISC : TYPES[best];
    }

    /** How much of what speaks for a name speaks for the likeliest type, 0 to 1. */
    float share(Field field, int from, int to) {
        float[] sum = sum(field, from, to);
        return share(sum, best(sum));
    }

    private float[] sum(Field field, int from, int to) {
        return sums.getOrDefault(key(field, from, to), new float[TYPES.length]);
    }

    private static int best(float[] sum) {
        int best = 0;
        for (int i = 1; i < sum.length; i++) {
            best = sum[i] > sum[best] ? i : best;
        }
        return best;
    }

    private static float share(float[] sum, int best) {
        float total = 0;
        for (float one : sum) {
            total += one;
        }
        return total > 0 ? sum[best] / total : 0;
    }

    private static long key(Field field, int from, int to) {
        Tokens tokens = field.tokens();
        long phrase = 0;
        for (int i = from; i < to; i++) {
            phrase = Folding.join(phrase, tokens.key(i));
        }
        return phrase;
    }
}
