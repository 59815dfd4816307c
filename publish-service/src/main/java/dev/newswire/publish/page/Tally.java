package dev.newswire.publish.page;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** How often things are named, and how much they matter where they are. */
final class Tally<T> {
    private final Map<T, Count> counts = new LinkedHashMap<>();

    /** What was counted of one thing. */
    private static final class Count {
        private int times;
        private double weight;
    }

    /** Counts one more, with its weight. */
    void add(T thing, double weight) {
        Count count = counts.computeIfAbsent(thing, any -> new Count());
        count.times++;
        count.weight += weight;
    }

    /** Hands over the most frequent, at most so many; of those that are equally so the weightiest first. */
    void most(int limit, BiConsumer<T, Integer> next) {
        Comparator<Map.Entry<T, Count>> order = Comparator.comparingInt(entry -> -entry.getValue().times);
        List<Map.Entry<T, Count>> sorted = counts.entrySet().stream()
                .sorted(order.thenComparingDouble(entry -> -entry.getValue().weight))
                .limit(limit)
                .toList();
        sorted.forEach(entry -> next.accept(entry.getKey(), entry.getValue().times));
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }
}
