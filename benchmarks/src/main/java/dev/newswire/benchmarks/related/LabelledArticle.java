package dev.newswire.benchmarks.related;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
 * An article of which is known what it reports.
 *
 * @param topic number of its topic; 0 where not given
 * @param story articles of one story report the same event
 */
record LabelledArticle(String id, String title, String text, int topic, String story) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads JSON lines {@code {id, title, text, topic?, story}}, plain or in gzip. */
    static List<LabelledArticle> read(Path path) throws IOException {
        List<LabelledArticle> articles = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(path), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                articles.add(of(JSON.readTree(line)));
            }
        }
        return articles;
    }

    private static InputStream open(Path path) throws IOException {
        InputStream file = Files.newInputStream(path);
        return path.toString().endsWith(".gz") ? new GZIPInputStream(file) : file;
    }

    private static LabelledArticle of(JsonNode node) {
        return new LabelledArticle(
                node.path("id").asText(),
                node.path("title").asText(),
                node.path("text").asText(),
                node.path("topic").asInt(),
                node.path("story").asText());
    }
}
