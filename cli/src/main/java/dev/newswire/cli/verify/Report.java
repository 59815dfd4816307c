package dev.newswire.cli.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/**
 * What a consumer says that it has done.
 *
 * @param feedId the feed
 * @param articleId the article
 * @param isRemoval whether it took the entry away; else it put one
 * @param title headline of the entry that it put
 * @param storyId story of the entry that it put
 */
record Report(String feedId, String articleId, boolean isRemoval, String title, String storyId) {
    static final String FORM =
            "{\"feed\": \"...\", \"article\": \"...\", \"event\": \"upsert\" or \"remove\", \"title\": \"...\","
                    + " \"story\": \"...\"}";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads a line; empty where it is none of the form. */
    static Optional<Report> parse(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            String event = node == null ? "" : node.path("event").asText();
            boolean isRemoval = event.equals("remove");
            if (node == null || !(isRemoval || event.equals("upsert"))) {
                return Optional.empty();
            }
            Report report = new Report(
                    node.path("feed").asText(),
                    node.path("article").asText(),
                    isRemoval,
                    node.path("title").asText(),
                    node.path("story").asText());
            boolean whole = !report.feedId.isEmpty() && !report.articleId.isEmpty();
            return whole ? Optional.of(report) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
