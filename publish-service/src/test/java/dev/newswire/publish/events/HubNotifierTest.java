package dev.newswire.publish.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.streams.TailedRecord;
import dev.newswire.publish.render.Links;
import dev.newswire.schema.FeedEntry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HubNotifierTest {
    private static final Links LINKS = new Links(URI.create("https://news.example.org"));

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private HttpServer hub;
    private volatile int refusals;

    @BeforeEach
    void start() throws IOException {
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext("/", this::take);
        hub.start();
    }

    @AfterEach
    void stop() {
        hub.stop(0);
    }

    @Test
    void aHubIsToldOfEveryFormat() throws Exception {
        try (HubNotifier notifier = notifier("latest")) {
            notifier.happened("source/other", change());
            notifier.happened("latest", change());
            assertThat(next())
                    .isEqualTo("hub.mode=publish&hub.url=https://news.example.org/feeds/latest.json"
                            + "&hub.url=https://news.example.org/feeds/latest.atom"
                            + "&hub.url=https://news.example.org/feeds/latest.rss");
        }
    }

    @Test
    void aHubThatIsAwayIsToldAgainButNotForEver() throws Exception {
        refusals = HubNotifier.ATTEMPTS + 1;
        try (HubNotifier notifier = notifier("latest")) {
            notifier.happened("latest", change());
            for (int attempt = 0; attempt < HubNotifier.ATTEMPTS; attempt++) {
                assertThat(next()).isNotNull();
            }
            // Given up: what comes next is the next change.
            notifier.happened("latest", change());
            assertThat(next()).isNotNull();
            assertThat(next()).isNotNull();
        }
        assertThat(metrics.counter("newswire.publish.hubs.failed").count()).isEqualTo(1);
    }

    @Test
    void whoeverIsNotInChargeSaysNothing() throws Exception {
        HubSettings settings = HubSettings.of(settings("latest"));
        try (HubNotifier other = new HubNotifier(settings, LINKS, feedId -> false, metrics);
                HubNotifier ours = notifier("source/a")) {
            other.happened("latest", change());
            ours.happened("source/a", change());
            assertThat(next()).contains("source/a");
            assertThat(received).isEmpty();
        }
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        assertThatThrownBy(() -> HubSettings.of(Settings.of(Map.of("NEWSWIRE_WEBSUB_HUBS", "hub.example.org"))))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("https://hub.example.org/");
        assertThat(HubSettings.of(Settings.of(Map.of())).hubs()).isEmpty();
    }

    private HubNotifier notifier(String feeds) {
        return new HubNotifier(HubSettings.of(settings(feeds)), LINKS, feedId -> true, metrics);
    }

    private Settings settings(String feeds) {
        return Settings.of(Map.of(
                "NEWSWIRE_WEBSUB_HUBS",
                "http://127.0.0.1:" + hub.getAddress().getPort() + "/",
                "NEWSWIRE_WEBSUB_FEEDS",
                feeds,
                "NEWSWIRE_WEBSUB_INTERVAL",
                "PT0.02S"));
    }

    private @Nullable String next() throws InterruptedException {
        return received.poll(30, TimeUnit.SECONDS);
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = refusals > 0 ? 503 : 204;
        refusals = Math.max(0, refusals - 1);
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
        received.add(URLDecoder.decode(body, StandardCharsets.UTF_8));
    }

    private static TailedRecord<FeedEntry> change() {
        return new TailedRecord<>(0, 0, 0, "latest|1", null, null, bytes -> {
            throw new IllegalStateException("nothing is read");
        });
    }
}
