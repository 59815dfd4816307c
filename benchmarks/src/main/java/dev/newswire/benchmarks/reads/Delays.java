package dev.newswire.benchmarks.reads;

import dev.newswire.benchmarks.Figures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Durations, and where they lie. */
final class Delays {
    private static final double NANOS_PER_MS = 1e6;
    private final List<Double> milliseconds = new ArrayList<>();

    void add(long nanos) {
        milliseconds.add(Math.max(0, nanos) / NANOS_PER_MS);
    }

    Figures figures() {
        Collections.sort(milliseconds);
        Figures figures = new Figures().put("count", milliseconds.size());
        if (milliseconds.isEmpty()) {
            return figures;
        }
        return figures.put("p50_ms", at(0.5)).put("p99_ms", at(0.99)).put("max_ms", at(1));
    }

    private double at(double share) {
        return milliseconds.get((int) Math.ceil(share * milliseconds.size()) - 1);
    }
}
