package dev.newswire.enrich.related;

import dev.newswire.schema.internal.SignatureEntity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How two articles are alike, each from 0 to 1 and the same in both directions.
 *
 * @param cosine of the weighted words
 * @param title cosine of the words of the titles
 * @param breadth logarithm of the number of heavy words that both use: one rare name in common makes no common event
 * @param entities cosine of the entities, weighed by salience and rarity
 * @param resemblance estimated share of common runs of four words
 * @param subject how surely the rarest salient entities that both name make a common subject
 * @param shared the entities that both name, those that say most first
 */
public record PairFeatures(
        double cosine,
        double title,
        double breadth,
        double entities,
        double resemblance,
        double subject,
        List<SignatureEntity> shared) {
    private static final double BYTE = 255.0;

    /** Compares two articles. */
    public static PairFeatures of(Signature one, Signature other) {
        List<SharedEntity> shared = shared(one.entities(), other.entities());
        double lengths = entityLength(one) * entityLength(other);
        double product = shared.stream().mapToDouble(SharedEntity::product).sum();
        double doubt =
                shared.stream().mapToDouble(entity -> 1 - entity.subject()).reduce(1, (a, b) -> a * b);
        return new PairFeatures(
                one.terms().cosine(other.terms()),
                one.title().cosine(other.title()),
                logarithm(one.terms().overlap(other.terms()), Analyser.TERMS),
                lengths == 0 ? 0 : Math.min(1, product / lengths),
                one.shingles().resemblance(other.shingles()),
                1 - doubt,
                shared.stream().map(SharedEntity::entity).toList());
    }

    /** The features that a model weighs, in the order of {@link #NAMES}. */
    public double[] values() {
        return new double[] {
            Math.sqrt(cosine),
            title,
            breadth,
            entities,
            logarithm(shared.size(), Analyser.ENTITIES),
            resemblance,
            subject
        };
    }

    /** Names of the values. */
    public static final List<String> NAMES =
            List.of("cosine-root", "title", "breadth", "entities", "entity-breadth", "resemblance", "subject");

    private static List<SharedEntity> shared(List<SignatureEntity> one, List<SignatureEntity> other) {
        List<SharedEntity> shared = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < one.size() && j < other.size()) {
            int order = one.get(i).getEntityId().compareTo(other.get(j).getEntityId());
            if (order == 0) {
                shared.add(new SharedEntity(one.get(i), other.get(j)));
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        shared.sort(Comparator.comparingDouble(SharedEntity::subject)
                .reversed()
                .thenComparing(entity -> entity.entity().getEntityId()));
        return shared;
    }

    /** 0 for none, 1 for the most. */
    private static double logarithm(int count, int most) {
        return Math.log1p(count) / Math.log1p(most);
    }

    private static double entityLength(Signature signature) {
        return Math.sqrt(signature.entities().stream()
                .mapToDouble(PairFeatures::weight)
                .map(weight -> weight * weight)
                .sum());
    }

    private static double weight(SignatureEntity entity) {
        return entity.getSalience() * (entity.getRarity() + 16) / (BYTE * BYTE);
    }

    /** An entity as each of two articles has it. */
    private record SharedEntity(SignatureEntity entity, SignatureEntity other) {
        double product() {
            return weight(entity) * weight(other);
        }

        /** Both must be about it (geometric mean of the saliences), and it must not be in every other article. */
        double subject() {
            double salience = Math.sqrt((double) entity.getSalience() * other.getSalience()) / BYTE;
            return salience * Math.min(entity.getRarity(), other.getRarity()) / BYTE;
        }
    }
}
