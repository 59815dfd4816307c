package dev.newswire.benchmarks.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newswire.benchmarks.DataException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * An annotated article.
 *
 * @param title empty where none is given
 * @param from first character of the annotated part
 * @param to character after its last one
 */
record GoldArticle(String id, String title, String text, int from, int to, List<GoldMention> mentions) {
    /**
     * An annotated mention.
     *
     * @param qid Wikidata item, `NIL` where the annotators found none
     * @param entity id in our tables, empty where it is not there or not said
     * @param chain what the mentions of one entity have in common; empty where it is not said
     * @param form `full`, `surname`, `acronym` and so on; empty where it is not said
     * @param reference whether it refers back by a pronoun or a common noun
     */
    record GoldMention(
            int start,
            int end,
            String qid,
            String type,
            String entity,
            String chain,
            String form,
            boolean reference,
            boolean optional) {
        /** Whether it is left out of the count: not a name, or at the annotators' discretion. */
        boolean isIgnored() {
            return reference || optional || type.equals("DATETIME") || type.equals("QUANTITY");
        }

        boolean isNil() {
            return qid.equals("NIL");
        }
    }

    /** Reads JSON lines, gzipped where the name says so. */
    static List<GoldArticle> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new DataException("There is no " + file + ": give annotated articles as JSON lines.");
        }
        ObjectMapper mapper = new ObjectMapper();
        List<GoldArticle> articles = new ArrayList<>();
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    articles.add(parse(mapper.readTree(line)));
                }
            }
        }
        if (articles.isEmpty()) {
            throw new DataException("There is no article in " + file + ": give annotated articles as JSON lines.");
        }
        return articles;
    }

    private static GoldArticle parse(JsonNode node) {
        String text = node.path("text").asText();
        List<GoldMention> mentions = new ArrayList<>();
        for (JsonNode mention : node.path("mentions")) {
            mentions.add(new GoldMention(
                    offset(text, mention.path("start").asInt()),
                    offset(text, mention.path("end").asInt()),
                    mention.path("qid").asText("NIL"),
                    mention.path("type").asText(""),
                    mention.path("entity").asText(""),
                    mention.path("chain").asText(""),
                    mention.path("form").asText(""),
                    mention.path("coref").asBoolean(false),
                    mention.path("optional").asBoolean(false)
                            || mention.path("desc").asBoolean(false)));
        }
        JsonNode span = node.path("span");
        int from = span.size() == 2 ? offset(text, span.get(0).asInt()) : 0;
        int to = span.size() == 2 ? offset(text, span.get(1).asInt()) : text.length();
        String title = node.path("title").asText("");
        return new GoldArticle(node.path("id").asText(), title, text, from, to, mentions);
    }

    /** The annotations count code points, Java counts UTF-16 code units. */
    private static int offset(String text, int codePoints) {
        return text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
    }

    /** Whether the mention has a capital letter, as names have. */
    boolean hasCapital(GoldMention mention) {
        return surface(mention).chars().anyMatch(Character::isUpperCase);
    }

    String surface(GoldMention mention) {
        return text.substring(mention.start(), mention.end());
    }
}
