package dev.newswire.enrich.entity;

import java.util.List;

/** Weight of an entity in its article: named in the title, named early, named often. */
final class Salience {
    private static final float TITLE = 0.35f;
    private static final float FREQUENCY = 0.4f;
    private static final float POSITION = 0.25f;
    /** Mentions after which one more says little. */
    private static final double FEW = 3;
    /** Words after which a first mention is late. */
    private static final double EARLY = 120;
    /** What a mention by adjective counts for. */
    private static final float INDIRECT = 0.5f;

    private Salience() {}

    /** From 0 to 1, rounded to three decimals so that it is the same on every machine. */
    static float of(List<Span> spans, Field title) {
        boolean inTitle = false;
        float count = 0;
        int first = Integer.MAX_VALUE;
        for (Span span : spans) {
            boolean direct = span.confidence() > 0.61f;
            inTitle |= span.field() == title && direct;
            count += direct ? 1 : INDIRECT;
            first = Math.min(first, span.field() == title ? 0 : span.from());
        }
        double often = 1 - StrictMath.exp(-count / FEW);
        double early = StrictMath.exp(-first / EARLY);
        double weight = (inTitle ? TITLE : 0) + FREQUENCY * often + POSITION * early * Math.min(1, count);
        return Math.round(weight * 1000) / 1000f;
    }
}
