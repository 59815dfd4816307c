package dev.newswire.benchmarks.fuzz;

import dev.newswire.ingest.intake.Limits;
import dev.newswire.ingest.intake.Outcome;
import dev.newswire.ingest.source.Reading;
import dev.newswire.ingest.source.Rule;
import dev.newswire.schema.RawArticle;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What ingest promises of its results, whatever came in. */
final class Promises {

    private static final Pattern VARIABLE = Pattern.compile("\"[^\"]*\"|[0-9]+|[^\\x00-\\x7f]+");
    private static final int LONGEST_SHAPE = 200;

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
            shapes.add(shape(outcome));
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

    private static String abstracted(String sentence) {
        String plain = VARIABLE.matcher(sentence).replaceAll("#");
        return plain.length() > LONGEST_SHAPE ? plain.substring(0, LONGEST_SHAPE) : plain;
    }
}
