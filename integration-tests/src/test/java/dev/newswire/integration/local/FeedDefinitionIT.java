package dev.newswire.integration.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newswire.cli.audit.TopicReader;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.FeedEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds that operators define, on a real broker: from the command line and HTTP to entries and what readers get. */
class FeedDefinitionIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private int sent;
    private int typed;

    @Test
    void definedFeedIsFilledFollowsTheNewsAndEnds() throws Exception {
        try (LocalFixture pipeline = LocalFixture.start(folder.resolve("data"))) {
            send(pipeline, "Shipyard in Brest hires welders");
            send(pipeline, "Council plants four hundred lime trees");
            await().atMost(PATIENCE).until(() -> titles(pipeline, "latest").size() == 2);

            Path file = Files.writeString(
                    folder.resolve("feed.yaml"), "id: yards\ntitle: Yards\nwords: [shipyard, dry dock]\n");
            assertThat(newswire(pipeline, "feeds", "test", file.toString())).contains("1 of the last 2 articles");
            assertThat(newswire(pipeline, "feeds", "add", file.toString())).contains("Defined yards");
            await().atMost(PATIENCE)
                    .until(() -> titles(pipeline, "yards").equals(List.of("Shipyard in Brest hires welders")));
            send(pipeline, "Old dry dock becomes a museum");
            await().atMost(PATIENCE).until(() -> titles(pipeline, "yards").size() == 2);
            assertThat(newswire(pipeline, "feeds", "show", "yards")).contains("dry dock");

            definesOverHttp(pipeline);
            poison(pipeline);
            consumerPasses(pipeline);
        }
        try (LocalFixture pipeline = LocalFixture.start(folder.resolve("data"))) {
            await().atMost(PATIENCE).until(() -> titles(pipeline, "yards").size() == 2);
            assertThat(newswire(pipeline, "feeds", "remove", "yards")).contains("Removed yards");
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

    /** What is no definition stops nothing. */
    private static void poison(LocalFixture pipeline) {
        Map<String, Object> kafka = pipeline.settings().kafka();
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.FEED_DEFINITION.name(), "poison", new byte[] {9, 9, 9}));
        }
        try (TopicReader reader = new TopicReader(kafka, List.of(Topics.PUBLISH_DLQ.name()))) {
            AtomicBoolean found = new AtomicBoolean();
            await().atMost(PATIENCE).until(() -> {
                reader.readToEnd(record -> found.set(true));
                return found.get();
            });
        }
    }

    private void consumerPasses(LocalFixture pipeline) throws Exception {
        Path report = Files.createFile(folder.resolve("report.ndjson"));
        AtomicBoolean ends = new AtomicBoolean();
        Thread consumer = new Thread(() -> consume(pipeline, report, ends));
        consumer.start();
        String told = newswire(
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
        ends.set(true);
        consumer.join();
        assertThat(told).contains("passed  story merge").contains("The consumer passes.");
    }

    /** The reference consumer: it reads the topic of entries and tells what it does. */
    private static void consume(LocalFixture pipeline, Path report, AtomicBoolean ends) {
        Map<String, Object> kafka = pipeline.settings().kafka();
        try (TopicReader reader = new TopicReader(kafka, List.of(Topics.FEED_ENTRY.name()));
                Deserializer<FeedEntry> values =
                        AvroTopicSerdes.from(kafka).of(Topics.FEED_ENTRY).deserializer()) {
            while (!ends.get()) {
                reader.readToEnd(record -> write(report, line(record, values)));
            }
        }
    }

    private static String line(ConsumerRecord<String, byte[]> record, Deserializer<FeedEntry> values) {
        String[] key = record.key().split("\\|");
        FeedEntry entry = values.deserialize(record.topic(), record.value());
        String start = "{\"feed\":\"" + key[0] + "\",\"article\":\"" + key[1] + "\",\"event\":";
        return entry == null
                ? start + "\"remove\"}\n"
                : start + "\"upsert\",\"title\":\"" + entry.getTitle() + "\",\"story\":\"" + entry.getStoryId()
                        + "\"}\n";
    }

    private static void write(Path file, String line) {
        try {
            Files.writeString(file, line, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(LocalFixture pipeline, String title) throws IOException, InterruptedException {
        Path file = folder.resolve("article-" + sent + ".ndjson");
        Files.writeString(
                file,
                "{\"source\":\"example\",\"id\":\"" + sent++ + "\",\"language\":\"en\",\"title\":\"" + title
                        + "\",\"body\":\"Nothing more is known of number " + sent + ".\"}\n");
        pipeline.send(List.of(file));
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

    private String newswire(LocalFixture pipeline, String... arguments) throws Exception {
        Map<String, Object> kafka = pipeline.settings().kafka();
        List<String> all = Stream.concat(
                        Stream.of(arguments),
                        Stream.of(
                                "--bootstrap-server", String.valueOf(kafka.get("bootstrap.servers")),
                                "--registry-url", String.valueOf(kafka.get("schema.registry.url"))))
                .toList();
        ChildProcess process = ChildProcess.start(folder.resolve("typed-" + typed++ + ".log"), all);
        assertThat(process.awaitExit()).as("%s: %s", all, process.output()).isZero();
        return process.output();
    }
}
