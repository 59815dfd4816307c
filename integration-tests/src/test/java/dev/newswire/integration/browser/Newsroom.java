package dev.newswire.integration.browser;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newswire.cli.client.IngestClient;
import dev.newswire.cli.entities.DefinitionTopic;
import dev.newswire.integration.local.LocalFixture;
import dev.newswire.schema.EntityDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;

/** The one pipeline that the seeds were sent to, and the one browser, that all tests of the page share. */
final class Newsroom implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final LocalFixture pipeline;
    private final Browser browser;
    private final HttpClient http = HttpClient.newHttpClient();

    Newsroom() {
        try {
            folder = Files.createTempDirectory("newsroom");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        browser = Browser.open(folder.resolve("profile"));
        pipeline = LocalFixture.start(folder.resolve("data"));
        try {
            pipeline.send(LocalFixture.seeds());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the seeds were sent", e);
        }
    }

    Browser browser() {
        return browser;
    }

    /** Opens a page of the site. */
    Browser open(String path) {
        browser.go(address(path));
        return browser;
    }

    /** Where a path of the site is. */
    String address(String path) {
        return pipeline.publicUrl() + path;
    }

    /** Sends an article; returns its id once it can be read. */
    String publish(Map<String, ?> article) {
        String articleId = send(article);
        patiently().until(() -> get("/v1/articles/" + articleId).statusCode() == 200);
        return articleId;
    }

    /** Sends an article; returns its id once it is taken. */
    String send(Map<String, ?> article) {
        JsonNode answer = post(article);
        JsonNode result = answer.path("results").path(0);
        if (!result.path("status").asText().equals("accepted")) {
            throw new IllegalStateException("not taken: " + answer);
        }
        return result.path("id").asText();
    }

    /** Sends an article that must not be taken. */
    void refused(Map<String, ?> article) {
        JsonNode answer = post(article);
        if (answer.path("rejected").asInt() != 1) {
            throw new IllegalStateException("taken: " + answer);
        }
    }

    private JsonNode post(Map<String, ?> article) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(pipeline.ingestUrl() + "/v1/articles"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(article)))
                    .build();
            return JSON.readTree(exchange(request).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Withdraws an article. */
    void retract(String articleId) {
        IngestClient.from(pipeline.settings()).retract(articleId, "publisher");
    }

    /** Has an entity known; articles that come a moment later are linked to it. */
    void define(EntityDefinition definition) {
        new DefinitionTopic(pipeline.settings().kafka()).put(List.of(definition));
    }

    /** What the site answers, without a browser. */
    HttpResponse<String> get(String path) {
        return exchange(HttpRequest.newBuilder(URI.create(address(path))).build());
    }

    /** Waits for something that takes its time. */
    static ConditionFactory patiently() {
        return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50));
    }

    @Override
    public void close() throws IOException {
        browser.close();
        pipeline.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        }
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }
}
