package dev.newswire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newswire.platform.config.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimeLeftTest {

    private final AtomicLong clock = new AtomicLong();
    private ScriptedServer server;
    private FetchSettings settings;
    private JettyExchange exchange;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
        settings = FetchSettings.of(Settings.of(Map.of(
                "NEWSWIRE_FETCH_ALLOWED_ADDRESSES", "127.0.0.0/8",
                "NEWSWIRE_FETCH_PORTS", "80," + server.port(),
                "NEWSWIRE_FETCH_TOTAL_TIMEOUT", "PT60S")));
        exchange = JettyExchange.start(settings, HostResolver.system(), new SslContextFactory.Client(), clock::get);
        redirect("/a", "/b", 25);
        redirect("/b", "/c", 25);
        redirect("/c", "/d", 25);
        server.on("/d", "arrived");
    }

    @AfterEach
    void stop() {
        exchange.close();
        server.close();
    }

    @Test
    void redirectsShareTheTimeOfOneFetch() {
        assertThatThrownBy(() -> new Fetcher(exchange, settings).fetch(server.url("/a"), Map.of()))
                .isInstanceOfSatisfying(FetchException.class, failed -> {
                    assertThat(failed.failure()).isEqualTo(Failure.TIMEOUT);
                    assertThat(failed.reason()).contains("60.0 s", "redirects");
                });
        assertThat(server.count("/c")).isOne();
        assertThat(server.count("/d")).isZero();
    }

    @Test
    void aShorterChainArrivesAndTheNextFetchHasItsOwnTime() throws FetchException {
        Fetcher fetcher = new Fetcher(exchange, settings);
        assertThat(fetcher.fetch(server.url("/b"), Map.of()).answer().body())
                .asString()
                .isEqualTo("arrived");
        assertThat(fetcher.fetch(server.url("/b"), Map.of()).answer().body())
                .asString()
                .isEqualTo("arrived");
    }

    @Test
    void waitingForATurnIsNotCounted() throws FetchException {
        Exchange polite = (url, headers, time) -> {
            clock.addAndGet(Duration.ofMinutes(2).toNanos());
            return exchange.send(url, headers, time);
        };
        assertThat(new Fetcher(polite, settings)
                        .fetch(server.url("/b"), Map.of())
                        .answer()
                        .status())
                .isEqualTo(200);
    }

    private void redirect(String from, String to, int seconds) {
        server.on(from, (request, response) -> {
            clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
            response.setStatus(302);
            response.getHeaders().put("Location", to);
        });
    }
}
