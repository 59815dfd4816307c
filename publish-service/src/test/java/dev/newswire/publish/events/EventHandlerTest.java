package dev.newswire.publish.events;

import static dev.newswire.publish.Samples.article;
import static dev.newswire.publish.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.runtime.Health;
import dev.newswire.platform.runtime.ServiceHttp;
import dev.newswire.platform.runtime.ServiceMetrics;
import dev.newswire.platform.serde.StateCodec;
import dev.newswire.platform.streams.TailedRecord;
import dev.newswire.publish.FakeReader;
import dev.newswire.publish.render.EventText;
import dev.newswire.publish.render.Links;
import dev.newswire.schema.FeedEntry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams over a real connection; the topic is played by hand. */
class EventHandlerTest {
    private static final StateCodec<FeedEntry> CODEC = StateCodec.of(FeedEntry.class);
    private static final Links LINKS = new Links(URI.create("https://news.example.org"));

    private final HttpClient client = HttpClient.newHttpClient();
    private final FakeReader reader = new FakeReader();
    private final EventText text = new EventText(LINKS);
    private final EventStreams streams = new EventStreams(text, (feedId, partitions) -> 0, 1 << 20);
    private final Settings settings = Settings.of(
            Map.of("NEWSWIRE_HTTP_PORT", "0", "NEWSWIRE_EVENTS_CLIENTS", "3", "NEWSWIRE_EVENTS_HEARTBEAT", "PT0.1S"));
    private final EventHandler handler = new EventHandler(EventSettings.of(settings));
    private ServiceHttp http;
    private long offset = 100;

    @BeforeEach
    void start() {
        http = ServiceHttp.start(
                settings, 0, () -> Health.up("up"), ServiceMetrics.create("publish"), List.of(handler));
        reader.publish(article(1).build(), null);
        handler.open(reader, streams, text, new SimpleMeterRegistry());
        streams.begins(List.of(100L), List.of(100L));
    }

    @AfterEach
    void stop() {
        handler.close();
        http.close();
    }

    @Test
    void whatHappensInAFeedIsToldInOrder() throws Exception {
        try (Client latest = listen("/feeds/latest.events", "")) {
            entry("latest", 1);
            entry("source/example.org", 1);
            entry("latest", 2);
            retracted("latest", 1);
            assertThat(latest.event()).containsSubsequence("id: 0-100", "event: entry");
            List<String> second = latest.event();
            assertThat(second).contains("id: 0-102");
            assertThat(item(second).path("title").asText()).isEqualTo("NATO meets, part 2");
            List<String> third = latest.event();
            assertThat(third).contains("event: deleted");
            assertThat(item(third).path("id").asText()).isEqualTo(id(1));
            assertThat(item(third).path("reason").asText()).isEqualTo("retracted");
        }
    }

    @Test
    void aStreamIsTakenUpWhereItWasLeft() throws Exception {
        for (int number = 1; number <= 3; number++) {
            entry("latest", number);
        }
        try (Client latest = listen("/feeds/latest", "0-100")) {
            assertThat(latest.event()).contains("id: 0-101");
            assertThat(latest.event()).contains("id: 0-102");
            entry("latest", 4);
            assertThat(latest.event()).contains("id: 0-103");
        }
    }

    @Test
    void whoeverWasAwayTooLongIsToldToReadTheFeed() throws Exception {
        entry("latest", 1);
        for (String last : List.of("0-7", "3-100", "0-999999")) {
            try (Client latest = listen("/feeds/latest.events", last)) {
                assertThat(latest.event()).contains("event: reset", "id: 0-100");
            }
        }
    }

    @Test
    void aSilentStreamShowsThatItIsAliveAndHowFarItIs() throws Exception {
        try (Client latest = listen("/feeds/latest.events", "")) {
            entry("source/example.org", 1);
            assertThat(latest.lineStarting("id: 0-100")).isEqualTo("id: 0-100");
        }
    }

    @Test
    void oneMoreThanAllowedIsRefused() throws Exception {
        try (Client one = listen("/feeds/latest.events", "");
                Client two = listen("/feeds/latest.events", "");
                Client three = listen("/feeds/latest.events", "")) {
            HttpResponse<InputStream> refused = open("/feeds/latest.events", "");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(one.lineStarting("id: ")).isNotEmpty();
            assertThat(two.lineStarting("id: ")).isNotEmpty();
            assertThat(three.lineStarting("id: ")).isNotEmpty();
        }
    }

    @Test
    void aFeedThatIsNotThereHasNoStream() throws Exception {
        assertThat(open("/feeds/none.events", "").statusCode()).isEqualTo(404);
        assertThat(open("/feeds/%3Cscript%3E.events", "").statusCode()).isEqualTo(404);
    }

    @Test
    void streamsEndWhenTheServiceStops() throws Exception {
        try (Client latest = listen("/feeds/latest.events", "")) {
            handler.close();
            assertThat(latest.isAtEnd()).isTrue();
        }
    }

    private void entry(String feedId, int number) {
        reader.publish(article(number).build(), null);
        FeedEntry entry = reader.entries(feedId, 100).stream()
                .filter(candidate -> candidate.getArticleId().equals(id(number)))
                .findFirst()
                .orElseThrow();
        try {
            happens(feedId, number, CODEC.encode(entry), "dev.newswire.article.upserted");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void retracted(String feedId, int number) {
        happens(feedId, number, null, "dev.newswire.article.retracted");
    }

    private void happens(String feedId, int number, byte @org.jspecify.annotations.Nullable [] value, String type) {
        streams.takes(
                new TailedRecord<>(0, offset++, 0, feedId + "|" + id(number), value, type, EventHandlerTest::decode));
    }

    private static FeedEntry decode(byte[] bytes) {
        try {
            return CODEC.decode(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static com.fasterxml.jackson.databind.JsonNode item(List<String> event) throws IOException {
        String data = event.stream()
                .filter(line -> line.startsWith("data: "))
                .findFirst()
                .orElseThrow();
        return new ObjectMapper().readTree(data.substring("data: ".length()));
    }

    private HttpResponse<InputStream> open(String path, String lastEventId) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(http.uri() + path)).header("Accept", "text/event-stream");
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        return client.send(request.build(), BodyHandlers.ofInputStream());
    }

    private Client listen(String path, String lastEventId) throws Exception {
        HttpResponse<InputStream> response = open(path, lastEventId);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=utf-8");
        return new Client(new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
    }

    private record Client(BufferedReader lines) implements AutoCloseable {
        /** The lines of the next event that is one: signs of life are passed over. */
        List<String> event() throws IOException {
            List<String> event = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty()) {
                    event.add(line);
                } else if (event.stream().anyMatch(part -> part.startsWith("data: "))) {
                    return event;
                } else {
                    event.clear();
                }
            }
            throw new IOException("the stream has ended");
        }

        String lineStarting(String start) throws IOException {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(start)) {
                    return line;
                }
            }
            return "";
        }

        boolean isAtEnd() throws IOException {
            while (lines.readLine() != null) {
                // What was said before does not matter.
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
