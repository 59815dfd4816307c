package dev.newswire.benchmarks.fuzz;

import dev.newswire.ingest.intake.Limits;
import dev.newswire.ingest.intake.Outcome;
import dev.newswire.ingest.source.Reading;
import dev.newswire.ingest.source.Rule;
import dev.newswire.schema.RawArticle;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;

/** What ingest promises of its results, whatever came in. */
final class Promises {

    private static final int LONGEST_SHAPE = 120;
    private static final int MOST_SHAPES = 8;

    private Promises() {}

    /**
     * Holds the outcomes of an input against the promises.
     *
     * @return the shapes of the outcomes
     * @throws BrokenPromiseException if one is broken
     */
    static String check(byte[] input, List<Reading> readings, List<Outcome> outcomes)
            throws IOException, BrokenPromiseException {
        if (readings.isEmpty()) {
            throw new BrokenPromiseException("unaccounted", "no reading of " + input.length + " bytes");
        }
        if (outcomes.size() != readings.size()) {
            throw new BrokenPromiseException(
                    "unaccounted", readings.size() + " readings, " + outcomes.size() + " outcomes");
        }
        TreeSet<String> shapes = new TreeSet<>();
        long characters = 0;
        for (Outcome outcome : outcomes) {
            String shape = shape(outcome);
            if (shapes.size() < MOST_SHAPES) {
                shapes.add(shape);
            }
            characters += outcome instanceof Outcome.Ready ready ? size(ready.article()) : 0;
        }
        if (characters > 32L * input.length + 100_000) {
            throw new BrokenPromiseException(
                    "unbounded", characters + " characters of " + input.length + " bytes of input");
        }
        return Integer.toString(32 - Integer.numberOfLeadingZeros(outcomes.size())) + shapes;
    }

    private static String shape(Outcome outcome) throws IOException, BrokenPromiseException {
        if (outcome instanceof Outcome.Rejected rejected) {
            String reason = rejected.refusal().reason();
            if (rejected.refusal().rule() == Rule.FAULT) {
                throw new BrokenPromiseException("fault", reason);
            }
            return rejected.refusal().rule() + " " + abstracted(reason);
        }
        RawArticle article = ((Outcome.Ready) outcome).article();
        requireLimits(article);
        RawArticle.getEncoder().encode(article);
        StringBuilder shape = new StringBuilder("ok");
        article.getSchema().getFields().forEach(field -> {
            Object value = article.get(field.pos());
            boolean isAbsent = value == null || value.equals("") || value.equals(List.of());
            shape.append(isAbsent ? '.' : 'x');
        });
        article.getWarnings().forEach(warning -> shape.append(abstracted(warning)));
        return shape.toString();
    }

    private static void requireLimits(RawArticle article) throws BrokenPromiseException {
        Limits limits = Limits.STANDARD;
        boolean isWithin = article.getTitle().length() <= limits.titleCharacters()
                && article.getBody().length() <= limits.bodyCharacters()
                && article.getAuthors().size() <= limits.authors()
                && article.getArticleId().length() == 26;
        if (!isWithin) {
            throw new BrokenPromiseException("limit", "an article beyond the limits of its fields");
        }
    }

    private static long size(RawArticle article) {
        return article.getTitle().length() + (long) article.getBody().length();
    }

    /** The first letters of a sentence without what it quotes and counts. */
    private static String abstracted(String sentence) {
        StringBuilder plain = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < Math.min(LONGEST_SHAPE, sentence.length()); i++) {
            char c = sentence.charAt(i);
            isQuoted ^= c == '"';
            if (!isQuoted && c < 0x80 && !Character.isDigit(c)) {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
