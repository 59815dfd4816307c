package dev.newswire.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newswire.platform.config.Settings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server with short limits does with clients that overstep them. */
class HttpLimitsTest {

    private static final String GET = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String CLOSING = "GET /x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    private static final int LARGE_BYTES = 64 * 1024 * 1024;

    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private final CompletableFuture<Throwable> unsent = new CompletableFuture<>();
    private final List<ServiceHttp> running = new ArrayList<>();

    @AfterEach
    void stop() {
        mayGoOn.countDown();
        running.forEach(ServiceHttp::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET /health/live HT", "GET /health/live HTTP/1.1\r\nHost: localhost\r\n"})
    void headerThatDripsIsCutOff(String beginning) throws IOException {
        start(Map.of("NEWSWIRE_HTTP_HEADER_TIMEOUT", "PT0.3S"));
        try (RawClient client = client()) {
            assertThat(client.send(beginning).trickleUntilCutOff(beginning.endsWith("\n") ? "A: b\r\n" : "\r\n"))
                    .isTrue();
        }
    }

    @Test
    void connectionBetweenRequestsMayBeSilentForLongerThanAHeaderMayTake() throws IOException {
        start(Map.of("NEWSWIRE_HTTP_HEADER_TIMEOUT", "PT1S", "NEWSWIRE_HTTP_IDLE_TIMEOUT", "PT3S"));
        try (RawClient client = client()) {
            // The idle timeout closes it in the end, and not the watch: all that was asked is answered.
            assertThat(client.send(GET).readAll()).startsWith("HTTP/1.1 200").contains("\"UP\"");
        }
    }

    @Test
    void readerWhoDoesNotReadIsCutOff() throws IOException {
        start(Map.of("NEWSWIRE_HTTP_RATE_WINDOW", "PT0.3S"));
        try (RawClient client = client()) {
            client.send("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n");
            await().untilAsserted(() -> assertThat(unsent).isDone());
            assertThat(unsent.join()).isNotNull();
        }
    }

    @Test
    void slowReaderIsLeftInPeaceWhereNoRateIsAskedFor() throws IOException {
        start(Map.of("NEWSWIRE_HTTP_RATE_WINDOW", "PT0.05S", "NEWSWIRE_HTTP_MINIMUM_BYTES_PER_SECOND", "0"));
        try (RawClient client = client()) {
            client.send("GET /large HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(client.readAll()).hasSizeGreaterThan(LARGE_BYTES);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, 'NONSENSE\r\n\r\n'",
        "400, 'GET / HTTP/1.1\r\n\r\n'",
        "400, 'GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n'",
        "400, 'POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n'",
        "505, 'GET / HTTP/3.1\r\nHost: localhost\r\n\r\n'"
    })
    void whatIsNoRequestIsAnsweredAsAProblem(int status, String request) throws IOException {
        start(Map.of());
        assertProblem(status, request);
    }

    @Test
    void longRequestLineIsAnswered414() throws IOException {
        start(Map.of("NEWSWIRE_HTTP_HEADER_BYTES", "2048"));
        assertProblem(414, "GET /" + "x".repeat(3_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    @Test
    void largeHeaderIsAnswered431() throws IOException {
        start(Map.of("NEWSWIRE_HTTP_HEADER_BYTES", "2048"));
        assertProblem(431, "GET / HTTP/1.1\r\nHost: localhost\r\nA: " + "x".repeat(3_000) + "\r\n\r\n");
    }

    @Test
    void manyHeaderFieldsAreAnswered431() throws IOException {
        start(Map.of("NEWSWIRE_HTTP_HEADER_FIELDS", "10"));
        assertProblem(
                431, "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + "A: b\r\n".repeat(9) + "\r\n");
    }

    @Test
    void requestThatWouldTakeTheLastThreadIsAnswered503AndHealthStillAnswers() throws IOException {
        start(Map.of("NEWSWIRE_HTTP_THREADS", "8", "NEWSWIRE_HTTP_REQUESTS", "1"));
        try (RawClient first = client();
                RawClient health = client()) {
            first.send("GET /wait HTTP/1.1\r\nHost: localhost\r\n\r\n");
            await().until(() -> answer(CLOSING).startsWith("HTTP/1.1 503"));
            assertThat(answer(CLOSING)).contains("Retry-After: 1").contains("application/problem+json");
            assertThat(health.send(GET.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"))
                            .readAll())
                    .startsWith("HTTP/1.1 200");
            mayGoOn.countDown();
        }
        await().until(() -> answer(CLOSING).startsWith("HTTP/1.1 404"));
    }

    @Test
    void connectionTooManyIsToldSoAndHasItsPlaceLater() throws IOException {
        start(Map.of("NEWSWIRE_HTTP_CONNECTIONS", "1"));
        try (RawClient first = client()) {
            first.send(GET);
            await().until(() -> answer(CLOSING).startsWith("HTTP/1.1 503"));
            assertThat(answer(CLOSING)).contains("Retry-After: 1", "\"status\":503", "too many connections");
        }
        await().until(() -> answer(CLOSING).startsWith("HTTP/1.1 404"));
    }

    @Test
    void connectionEndsAfterSoManyRequests() throws IOException {
        start(Map.of("NEWSWIRE_HTTP_REQUESTS_PER_CONNECTION", "2"));
        String request = "GET /x HTTP/1.1\r\nHost: localhost\r\n\r\n";
        try (RawClient client = client()) {
            assertThat(client.send(request + request).readAll())
                    .containsSubsequence("HTTP/1.1 404", "HTTP/1.1 404", "Connection: close");
        }
    }

    private void assertProblem(int status, String request) throws IOException {
        assertThat(answer(request))
                .startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json", "\"status\":" + status, "\"detail\":");
    }

    private String answer(String request) throws IOException {
        try (RawClient client = client()) {
            return client.send(request).readAll();
        }
    }

    private RawClient client() throws IOException {
        return new RawClient(running.get(0).uri());
    }

    private void start(Map<String, String> limits) {
        Map<String, String> settings = new HashMap<>(limits);
        settings.put("NEWSWIRE_HTTP_PORT", "0");
        Handler handler = new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                if (Request.getPathInContext(request).equals("/wait")) {
                    mayGoOn.await();
                }
                if (Request.getPathInContext(request).equals("/large")) {
                    Callback told = Callback.from(callback::succeeded, failure -> {
                        unsent.complete(failure);
                        callback.failed(failure);
                    });
                    response.write(true, ByteBuffer.allocate(LARGE_BYTES), told);
                    return true;
                }
                return false;
            }
        };
        running.add(ServiceHttp.start(
                Settings.of(settings), 0, () -> Health.up("UP"), ServiceMetrics.create("test"), List.of(handler)));
    }
}
