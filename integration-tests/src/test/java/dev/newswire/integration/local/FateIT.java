package dev.newswire.integration.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ingest tells about an article, from sending it to withdrawing it, through the whole pipeline. */
class FateIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ARTICLE = "{\"source\":\"maren-echo\",\"id\":\"1\",\"title\":\"Ferries sail again\"}";

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void senderLearnsWhatBecameOfItsArticle(@TempDir Path folder) throws Exception {
        try (LocalFixture pipeline = LocalFixture.start(folder)) {
            URI articles = URI.create(pipeline.ingestUrl() + "/v1/articles");
            JsonNode sent = body(HttpRequest.newBuilder(articles)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(ARTICLE)));
            String id = sent.path("results").path(0).path("id").asText();
            URI article = URI.create(articles + "/" + id);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(newestFate(article)).isEqualTo("published"));
            body(HttpRequest.newBuilder(article).DELETE());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(newestFate(article)).isEqualTo("retracted"));
            assertThat(body(HttpRequest.newBuilder(article)).path("events")).hasSize(2);
        }
    }

    private String newestFate(URI article) throws IOException, InterruptedException {
        return body(HttpRequest.newBuilder(article))
                .path("events")
                .path(0)
                .path("fate")
                .asText();
    }

    private JsonNode body(HttpRequest.Builder request) throws IOException, InterruptedException {
        return JSON.readTree(
                http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body());
    }
}
