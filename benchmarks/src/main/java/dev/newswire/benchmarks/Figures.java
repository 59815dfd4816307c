package dev.newswire.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an evaluator measured, in the order it was put in: names in snake_case, ratios from 0 to 1. */
public final class Figures {
    private static final double PLACES = 10_000.0;

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Adds a number, rounded to four decimal places; one that is not finite is left out. */
    public Figures put(String name, double value) {
        if (Double.isFinite(value)) {
            values.put(name, Math.round(value * PLACES) / PLACES);
        }
        return this;
    }

    /** Adds a count. */
    public Figures put(String name, long value) {
        values.put(name, value);
        return this;
    }

    /** Adds figures of their own under a name. */
    public Figures put(String name, Figures nested) {
        values.put(name, nested.values);
        return this;
    }

    /** One JSON object on one line. */
    public String json() {
        try {
            return new ObjectMapper().writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Prints each on a line, or all of them as one JSON object. */
    public void print(PrintWriter out, boolean asJson) {
        if (asJson) {
            out.println(json());
            return;
        }
        values.forEach((name, value) -> out.println(name + "  " + value));
    }
}
