package dev.newswire.integration.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.newswire.cli.audit.TopicReader;
import dev.newswire.ingest.IngestService;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.topic.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PollingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int SOURCES = 8;

    @TempDir
    Path folder;

    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final Map<String, String> extra = new ConcurrentHashMap<>();
    private HttpServer site;

    @BeforeEach
    void start() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        site.createContext("/", this::answer);
        site.start();
    }

    @AfterEach
    void stop() {
        site.stop(0);
    }

    @Test
    void whenOneInstanceStopsTheOtherTakesOverItsSources() throws Exception {
        Path list = writeList(Duration.ofMinutes(30));
        try (LocalFixture pipeline = LocalFixture.start(folder.resolve("data"))) {
            IngestService first = instance(pipeline, list, "first");
            await().atMost(PATIENCE).until(() -> rawArticles(pipeline).size() == SOURCES);
            try (IngestService second = instance(pipeline, list, "second")) {
                await().atMost(PATIENCE).until(() -> !polledAt(second).isEmpty());
                await().atMost(PATIENCE).until(() -> {
                    Set<String> both = polledAt(first);
                    both.addAll(polledAt(second));
                    return both.size() == SOURCES;
                });
                assertThat(polledAt(first)).doesNotContainAnyElementsOf(polledAt(second));
                first.close();
                await().atMost(PATIENCE).until(() -> polledAt(second).size() == SOURCES);

                // What was known went along: no feed is asked for again before it is due, and nothing was sent twice.
                JsonNode known = sources(second);
                assertThat(known)
                        .allMatch(source -> source.path("condition").asText().equals("polled"));
                assertThat(known).allMatch(source -> source.path("articles").asInt() == 1);
                assertThat(asked.values()).allMatch(count -> count.get() == 1);
                assertThat(rawRecords(pipeline)).isEqualTo(SOURCES);
            }
        }
    }

    @Test
    void whoeverTakesOverLosesNoItem() throws Exception {
        Path list = writeList(Duration.ofSeconds(10));
        try (LocalFixture pipeline = LocalFixture.start(folder.resolve("data"))) {
            try (IngestService first = instance(pipeline, list, "first")) {
                await().atMost(PATIENCE).until(() -> rawArticles(pipeline).size() == SOURCES && ready(first));
            }
            for (int i = 0; i < SOURCES; i++) {
                extra.put("/feed-" + i, item("Late news " + i));
            }
            try (IngestService second = instance(pipeline, list, "second")) {
                await().atMost(PATIENCE).until(() -> rawArticles(pipeline).size() == 2 * SOURCES && ready(second));
                assertThat(rawRecords(pipeline)).isEqualTo(2 * SOURCES);
            }
            await().atMost(PATIENCE).until(() -> pipeline.audit().reconciles());
        }
    }

    private static boolean ready(IngestService service) {
        return service.ready();
    }

    private IngestService instance(LocalFixture pipeline, Path list, String name) {
        Settings settings = pipeline.settings()
                .with(Map.of(
                        "NEWSWIRE_HTTP_PORT",
                        "0",
                        "NEWSWIRE_INGEST_INSTANCE",
                        name,
                        "NEWSWIRE_INGEST_SOURCES_FILE",
                        list.toString(),
                        "NEWSWIRE_FETCH_ALLOWED_ADDRESSES",
                        "127.0.0.1",
                        "NEWSWIRE_FETCH_PORTS",
                        Integer.toString(site.getAddress().getPort())));
        return IngestService.start(settings);
    }

    private Path writeList(Duration interval) throws IOException {
        StringBuilder yaml = new StringBuilder("sources:\n");
        for (int i = 0; i < SOURCES; i++) {
            yaml.append("  - {id: feed-").append(i).append(", type: feed, url: 'http://127.0.0.1:");
            yaml.append(site.getAddress().getPort()).append("/feed-").append(i).append("', interval: {min: ");
            yaml.append(interval)
                    .append(", max: ")
                    .append(interval.multipliedBy(2))
                    .append("}}\n");
        }
        yaml.append("hosts: {127.0.0.1: {delay: PT0.05S}}\n");
        return Files.writeString(folder.resolve("sources.yaml"), yaml);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/robots.txt")) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        asked.computeIfAbsent(path, ignored -> new AtomicInteger()).incrementAndGet();
        byte[] feed = ("<rss version=\"2.0\"><channel><title>T</title><link>https://t.example/</link>"
                        + "<description>d</description>" + extra.getOrDefault(path, "") + item("News of " + path)
                        + "</channel></rss>")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, feed.length);
        exchange.getResponseBody().write(feed);
        exchange.close();
    }

    private static String item(String title) {
        return "<item><guid isPermaLink=\"false\">" + title + "</guid><title>" + title + "</title><description>"
                + (title + " kept the harbour busy for a whole day, as the ferries came and went. ").repeat(8)
                + "</description></item>";
    }

    private static JsonNode sources(IngestService service) throws IOException {
        try (InputStream answer =
                URI.create(service.uri() + "/v1/sources").toURL().openStream()) {
            return new ObjectMapper().readTree(answer).path("sources");
        }
    }

    private static Set<String> polledAt(IngestService service) throws IOException {
        Set<String> ids = new TreeSet<>();
        for (JsonNode source : sources(service)) {
            if (!source.path("condition").asText().equals("elsewhere")) {
                ids.add(source.path("id").asText());
            }
        }
        return ids;
    }

    private static Set<String> rawArticles(LocalFixture pipeline) {
        return raw(pipeline).keySet();
    }

    private static int rawRecords(LocalFixture pipeline) {
        return raw(pipeline).values().stream().mapToInt(List::size).sum();
    }

    private static Map<String, List<Long>> raw(LocalFixture pipeline) {
        Map<String, List<Long>> offsets = new HashMap<>();
        try (TopicReader reader = new TopicReader(pipeline.settings().kafka(), List.of(Topics.RAW.name()))) {
            reader.readToEnd(record -> offsets.computeIfAbsent(record.key(), ignored -> new ArrayList<>())
                    .add(record.offset()));
        }
        return offsets;
    }
}
