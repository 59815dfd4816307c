package dev.newswire.benchmarks.related;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * An article of which is known what it reports.
 *
 * @param at when it came
 * @param text empty where only the headline is known
 * @param topic number of its topic; 0 where not given
 * @param story articles of one story report the same event; empty where that is not known
 */
record LabelledArticle(String id, Instant at, String title, String text, int topic, String story) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    /** Greater times are in milliseconds. */
    private static final long SECONDS_UP_TO = 100_000_000_000L;

    private static final String FORM = "JSON lines {id, ts?, title, text, story, topic?}";

    /**
     * Reads JSON lines {@code {id, ts?, title, text, story, topic?}}, plain or in gzip. A time is in seconds or
     * milliseconds since 1970, or a {@code date}; where one has none, all come a second after each other.
     *
     * @throws DataException if the file is absent or anything else
     */
    static List<LabelledArticle> read(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new DataException("There is no file " + path + ": give " + FORM + ", plain or as .gz.");
        }
        List<JsonNode> nodes = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(path), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    nodes.add(node(path, number, line));
                }
            }
        } catch (ZipException e) {
            throw new DataException(path + " is no gzip file, although its name ends in .gz.");
        }
        return articles(path, nodes);
    }

    private static List<LabelledArticle> articles(Path path, List<JsonNode> nodes) {
        boolean timed = nodes.stream().allMatch(LabelledArticle::isTimed);
        List<LabelledArticle> articles = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode node : nodes) {
            Instant at = timed ? time(path, node) : FIRST.plusSeconds(articles.size());
            LabelledArticle article = of(node, at);
            if (!ids.add(article.id())) {
                throw new DataException(path + " has two articles of the id " + article.id() + ".");
            }
            articles.add(article);
        }
        if (articles.isEmpty()) {
            throw new DataException(path + " holds no article: give " + FORM + ".");
        }
        return articles;
    }

    private static InputStream open(Path path) throws IOException {
        InputStream file = Files.newInputStream(path);
        return path.toString().endsWith(".gz") ? new GZIPInputStream(file) : file;
    }

    private static JsonNode node(Path path, int number, String line) {
        try {
            JsonNode node = JSON.readTree(line);
            if (node.path("id").isValueNode() && node.path("title").isTextual()) {
                return node;
            }
            throw new DataException("Line " + number + " of " + path + " has no id or no title: give " + FORM + ".");
        } catch (JsonProcessingException e) {
            throw new DataException("Line " + number + " of " + path + " is no JSON: give " + FORM + ".");
        }
    }

    private static boolean isTimed(JsonNode node) {
        return node.path("ts").isNumber() || node.path("date").isTextual();
    }

    private static Instant time(Path path, JsonNode node) {
        if (node.path("ts").isNumber()) {
            return time(node.path("ts").asLong());
        }
        String date = node.path("date").asText();
        try {
            return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw new DataException(path + " has the date \"" + date + "\": give dates as 2026-01-31.");
        }
    }

    private static Instant time(long time) {
        return Math.abs(time) > SECONDS_UP_TO ? Instant.ofEpochMilli(time) : Instant.ofEpochSecond(time);
    }

    private static LabelledArticle of(JsonNode node, Instant at) {
        return new LabelledArticle(
                node.path("id").asText(),
                at,
                node.path("title").asText(),
                node.path("text").asText(""),
                node.path("topic").asInt(),
                node.path("story").asText(""));
    }
}
