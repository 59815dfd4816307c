package dev.newswire.integration.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newswire.platform.topic.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds that operators define, on a real broker: from the command line and HTTP to entries and what readers get. */
class FeedDefinitionIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private Operator operator;
    private int sent;

    @BeforeEach
    void sitDown() {
        operator = new Operator(folder);
    }

    @Test
    void definedFeedIsFilledFollowsTheNewsAndEnds() throws Exception {
        try (LocalFixture pipeline = LocalFixture.start(folder.resolve("data"))) {
            send(pipeline, "Shipyard in Brest hires welders");
            send(pipeline, "Council plants four hundred lime trees");
            await().atMost(PATIENCE).until(() -> titles(pipeline, "latest").size() == 2);

            Path file = Files.writeString(
                    folder.resolve("feed.yaml"), "id: yards\ntitle: Yards\nwords: [shipyard, dry dock]\n");
            assertThat(operator.newswire(pipeline, "feeds", "test", file.toString()))
                    .contains("1 of the last 2 articles");
            assertThat(operator.newswire(pipeline, "feeds", "add", file.toString()))
                    .contains("Defined yards");
            await().atMost(PATIENCE)
                    .until(() -> titles(pipeline, "yards").equals(List.of("Shipyard in Brest hires welders")));
            send(pipeline, "Old dry dock becomes a museum");
            await().atMost(PATIENCE).until(() -> titles(pipeline, "yards").size() == 2);
            assertThat(operator.newswire(pipeline, "feeds", "show", "yards")).contains("dry dock");

            definesOverHttp(pipeline);
            // What is no definition stops nothing.
            assertThat(operator.poison(pipeline, Topics.FEED_DEFINITION, Topics.PUBLISH_DLQ))
                    .singleElement()
                    .asString()
                    .contains("too short");
            consumerPasses(pipeline);
        }
        try (LocalFixture pipeline = LocalFixture.start(folder.resolve("data"))) {
            await().atMost(PATIENCE).until(() -> titles(pipeline, "yards").size() == 2);
            assertThat(operator.newswire(pipeline, "feeds", "remove", "yards")).contains("Removed yards");
            await().atMost(PATIENCE)
                    .until(() -> FeedContents.read(pipeline.settings().kafka())
                            .articlesIn("yards")
                            .isEmpty());
            await().atMost(PATIENCE)
                    .until(() -> !FeedContents.read(pipeline.settings().kafka())
                            .snapshots()
                            .containsKey("yards"));
            await().atMost(PATIENCE).until(() -> titles(pipeline, "yards").isEmpty());
            // Its readers are still told what has left it.
            assertThat(get(pipeline, "/feeds/yards.atom").body()).contains("deleted-entry");
            assertThat(get(pipeline, "/v1/feeds/yards").statusCode()).isEqualTo(404);
            assertThat(pipeline.audit().reconciles()).isTrue();
        }
    }

    private void definesOverHttp(LocalFixture pipeline) throws Exception {
        put(pipeline, "nothing", "{\"title\": \"Nothing\", \"words\": [\"unheard of\"]}");
        await().atMost(PATIENCE)
                .until(() -> get(pipeline, "/feeds/nothing.json").statusCode() == 200);
        assertThat(titles(pipeline, "nothing")).isEmpty();
        assertThat(get(pipeline, "/feeds/anything.json").statusCode()).isEqualTo(404);
        assertThat(put(pipeline, "trees", "{\"title\": \"Trees\", \"words\": [\"lime trees\"]}")
                        .statusCode())
                .isEqualTo(201);
        await().atMost(PATIENCE).until(() -> titles(pipeline, "trees").size() == 1);
        HttpResponse<String> refused = put(pipeline, "trees", "{\"title\": \"Trees\", \"limit\": 0}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("limit: it is 0 but takes 1 to 10000");
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(get(pipeline, "/v1/feeds/trees").body()).contains("lime trees");
        HttpRequest delete = request(pipeline, "/v1/feeds/trees").DELETE().build();
        assertThat(HTTP.send(delete, BodyHandlers.ofString()).statusCode()).isEqualTo(204);
        await().atMost(PATIENCE).until(() -> titles(pipeline, "trees").isEmpty());
    }

    /** The one that docs/consumers.md shows in Java. */
    private void consumerPasses(LocalFixture pipeline) throws Exception {
        Path report = Files.createFile(folder.resolve("report.ndjson"));
        try (ConsumerExample consumer = ConsumerExample.start(pipeline.settings(), report)) {
            String told = operator.newswire(
                    pipeline,
                    "verify-consumer",
                    "--report",
                    report.toString(),
                    "--embargo",
                    "2",
                    "--timeout",
                    "120",
                    "--ingest-url",
                    pipeline.ingestUrl());
            assertThat(told).as(consumer.errors()).contains("passed  story merge", "The consumer passes.");
        }
    }

    private void send(LocalFixture pipeline, String title) throws IOException, InterruptedException {
        String id = Integer.toString(sent++);
        operator.send(pipeline, id, title, "Nothing more is known of number " + sent + ".");
    }

    private static List<String> titles(LocalFixture pipeline, String feedId) throws IOException, InterruptedException {
        HttpResponse<String> feed = get(pipeline, "/feeds/" + feedId + ".json");
        if (feed.statusCode() != 200) {
            return List.of();
        }
        return Stream.of(new ObjectMapper().readTree(feed.body()).path("items"))
                .flatMap(items -> items.findValuesAsText("title").stream())
                .toList();
    }

    private static HttpResponse<String> get(LocalFixture pipeline, String path)
            throws IOException, InterruptedException {
        return HTTP.send(request(pipeline, path).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> put(LocalFixture pipeline, String feedId, String body)
            throws IOException, InterruptedException {
        HttpRequest request = request(pipeline, "/v1/feeds/" + feedId)
                .PUT(BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(LocalFixture pipeline, String path) {
        return HttpRequest.newBuilder(URI.create(pipeline.publicUrl() + path));
    }
}
