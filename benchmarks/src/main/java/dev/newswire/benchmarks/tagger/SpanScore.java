package dev.newswire.benchmarks.tagger;

import dev.newswire.benchmarks.Figures;
import dev.newswire.schema.EntityType;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts names found, right and expected: exact places, and exact places with the type. */
public final class SpanScore {
    private final Map<EntityType, Count> byType = new EnumMap<>(EntityType.class);
    private final Count places = new Count();

    /** Of one kind. */
    public static final class Count {
        private int right;
        private int found;
        private int expected;

        public double precision() {
            return found == 0 ? 0 : (double) right / found;
        }

        public double recall() {
            return expected == 0 ? 0 : (double) right / expected;
        }

        /** Harmonic mean of precision and recall, 0 to 1. */
        public double f1() {
            return found + expected == 0 ? 0 : 2.0 * right / (found + expected);
        }

        private void add(int rightOnes, int foundOnes, int expectedOnes) {
            right += rightOnes;
            found += foundOnes;
            expected += expectedOnes;
        }

        /** Precision, recall, F1 and how many were expected. */
        public Figures figures() {
            return new Figures()
                    .put("precision", precision())
                    .put("recall", recall())
                    .put("f1", f1())
                    .put("expected", expected);
        }
    }

    /** Compares the names of one text. */
    public void add(Collection<Sentence.Name> expected, Collection<Sentence.Name> found) {
        Set<Sentence.Name> gold = new HashSet<>(expected);
        Set<Sentence.Name> answer = new HashSet<>(found);
        for (EntityType type : EntityType.values()) {
            int right = (int) answer.stream()
                    .filter(name -> name.type() == type && gold.contains(name))
                    .count();
            of(type).add(right, size(answer, type), size(gold, type));
        }
        Set<Long> goldPlaces = places(gold);
        Set<Long> answerPlaces = places(answer);
        int right = (int) answerPlaces.stream().filter(goldPlaces::contains).count();
        places.add(right, answerPlaces.size(), goldPlaces.size());
    }

    /** People, organisations and places together. */
    public Count named() {
        Count sum = new Count();
        byType.forEach((type, count) -> {
            if (type != EntityType.MISC) {
                sum.add(count.right, count.found, count.expected);
            }
        });
        return sum;
    }

    /** Names of one type. */
    public Count of(EntityType type) {
        return byType.computeIfAbsent(type, any -> new Count());
    }

    /** Places of names, whatever their type. */
    public Count places() {
        return places;
    }

    private static int size(Set<Sentence.Name> names, EntityType type) {
        return (int) names.stream().filter(name -> name.type() == type).count();
    }

    private static Set<Long> places(Set<Sentence.Name> names) {
        Set<Long> places = new HashSet<>();
        names.forEach(name -> {
            if (name.type() != EntityType.MISC) {
                places.add((long) name.from() << 32 | name.to());
            }
        });
        return places;
    }
}
