package dev.newswire.integration.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.runtime.RunningService;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.topic.Topics;
import dev.newswire.publish.PublishService;
import dev.newswire.schema.EnrichedArticle;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two publish instances share the feeds, and each answers for all of them. */
class InstancesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int SOURCES = 12;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void anyInstanceAnswersForAnyFeedAndOneAloneForAll(@TempDir Path folder) throws Exception {
        try (ServersFixture servers = ServersFixture.start(folder)) {
            RunningService one = start(servers, folder.resolve("one"));
            try (RunningService two = start(servers, folder.resolve("two"))) {
                publish(servers.settings());
                await().atMost(PATIENCE).untilAsserted(() -> assertEverythingIsAt(one.uri()));
                await().atMost(PATIENCE).untilAsserted(() -> assertEverythingIsAt(two.uri()));
                assertThat(shares(one, two)).as("both have some of the feeds").allMatch(share -> share > 0);
                one.close();
                await().atMost(PATIENCE).untilAsserted(() -> assertEverythingIsAt(two.uri()));
            } finally {
                one.close();
            }
        }
    }

    private static RunningService start(ServersFixture servers, Path state) {
        RunningService service = PublishService.start(servers.settings()
                .with(Map.of(
                        "NEWSWIRE_HTTP_PORT", "0",
                        "NEWSWIRE_STATE_DIR", state.toString(),
                        "NEWSWIRE_PARTITIONS", "4",
                        "NEWSWIRE_STREAM_THREADS", "1",
                        "KAFKA_PROBING_REBALANCE_INTERVAL_MS", "60000",
                        "KAFKA_SESSION_TIMEOUT_MS", "10000",
                        "KAFKA_HEARTBEAT_INTERVAL_MS", "2000")));
        await().atMost(PATIENCE).until(service::ready);
        return service;
    }

    private void assertEverythingIsAt(URI uri) throws Exception {
        for (int number = 0; number < SOURCES; number++) {
            HttpResponse<String> feed = get(uri, "/feeds/source/source-" + number + ".json");
            assertThat(feed.statusCode()).as(feed.body()).isEqualTo(200);
            JsonNode items = JSON.readTree(feed.body()).path("items");
            assertThat(items).hasSize(1);
            HttpResponse<String> article =
                    get(uri, "/v1/articles/" + items.get(0).path("id").asText());
            assertThat(article.statusCode()).as(article.body()).isEqualTo(200);
        }
        JsonNode latest = JSON.readTree(get(uri, "/feeds/latest.json").body());
        assertThat(latest.path("items")).hasSize(SOURCES);
        Set<String> listed = new TreeSet<>(
                JSON.readTree(get(uri, "/feeds?family=source").body()).findValuesAsText("id"));
        assertThat(listed).hasSize(SOURCES);
    }

    /** How many feeds each instance answers itself, asked as its peers ask it. */
    private List<Long> shares(RunningService one, RunningService two) throws Exception {
        return List.of(share(one.uri()), share(two.uri()));
    }

    private long share(URI uri) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri + "/internal/feeds/list?family=source&limit=100"))
                .build();
        byte[] answer = client.send(request, BodyHandlers.ofByteArray()).body();
        return answer.length > Integer.BYTES ? answer.length : 0;
    }

    private HttpResponse<String> get(URI uri, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(uri + path))
                        .header("Accept", "application/json")
                        .build(),
                BodyHandlers.ofString());
    }

    private static void publish(Settings settings) {
        Map<String, Object> kafka = new HashMap<>(settings.kafka());
        try (KafkaProducer<String, EnrichedArticle> producer = new KafkaProducer<>(
                kafka,
                new StringSerializer(),
                AvroTopicSerdes.from(kafka).of(Topics.ENRICHED).serializer())) {
            for (int number = 0; number < SOURCES; number++) {
                EnrichedArticle article = article(number);
                producer.send(new ProducerRecord<>(Topics.ENRICHED.name(), article.getArticleId(), article));
            }
            producer.flush();
        }
    }

    private static EnrichedArticle article(int number) {
        Instant received = Instant.parse("2026-03-01T12:00:00Z").plusSeconds(number);
        return EnrichedArticle.newBuilder()
                .setArticleId(String.format(Locale.ROOT, "%026d", number))
                .setRevision(received.toEpochMilli())
                .setSource("source-" + number)
                .setTitle("Matter " + number)
                .setBody("It is said that matter " + number + " is settled.")
                .setReceivedAt(received)
                .setFirstReceivedAt(received)
                .setContentHash("0123456789abcdef0123456789abcdef")
                .setEntities(List.of())
                .setDeclaredRelated(List.of())
                .setRulesVersion("1")
                .build();
    }
}
