package dev.newswire.benchmarks.related;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newswire.schema.Link;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Links as JSON lines {@code {id, other, kind, score, reasons}}, each pair once. */
final class LinkLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LinkLines() {}

    /** @param file to write; {@code -} for the output given */
    static void write(FoundLinks found, Path file, PrintWriter out) throws IOException {
        if (file.toString().equals("-")) {
            write(found, out);
            return;
        }
        try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            write(found, writer);
        }
    }

    private static void write(FoundLinks found, PrintWriter out) throws JsonProcessingException {
        for (var article : found.links().entrySet()) {
            for (Link link : article.getValue()) {
                if (article.getKey().compareTo(link.getArticleId()) < 0) {
                    out.println(line(article.getKey(), link));
                }
            }
        }
    }

    private static String line(String id, Link link) throws JsonProcessingException {
        ObjectNode node = JSON.createObjectNode()
                .put("id", id)
                .put("other", link.getArticleId())
                .put("kind", link.getKind().toString())
                .put("score", link.getScore());
        ArrayNode reasons = node.putArray("reasons");
        List.copyOf(link.getReasons()).forEach(reason -> reasons.add(reason.getLabel()));
        return JSON.writeValueAsString(node);
    }
}
