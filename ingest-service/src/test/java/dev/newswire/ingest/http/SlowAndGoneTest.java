package dev.newswire.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newswire.ingest.source.JsonLimits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Brokers that take their time, and senders that do or that go away; the connection counts as idle after a second. */
class SlowAndGoneTest {

    private static final int MEBIBYTE = 1024 * 1024;
    private static final String ARTICLE = "{\"source\":\"maren-echo\",\"id\":\"1\",\"title\":\"Ferries sail again\"}\n";

    private RunningIngest ingest;

    @BeforeEach
    void start() {
        ingest = new RunningIngest(
                new BodyLimits(MEBIBYTE, MEBIBYTE, MEBIBYTE, Duration.ofSeconds(5), 100, JsonLimits.STANDARD),
                Map.of("NEWSWIRE_HTTP_IDLE_TIMEOUT", "PT1S", "NEWSWIRE_HTTP_RATE_WINDOW", "PT2S"));
    }

    @AfterEach
    void stop() {
        ingest.close();
    }

    @Test
    void slowBrokerDoesNotCutTheAnswerOff() {
        CompletableFuture<Void> acknowledgement = new CompletableFuture<>();
        ingest.log.acknowledgement = acknowledgement;
        CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS).execute(() -> acknowledgement.complete(null));

        assertThat(ingest.post("application/json", ARTICLE).status()).isEqualTo(202);
    }

    @Test
    void senderThatStopsInTheMiddleIsToldSoAndWhatItSentStays() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", ingest.uri().getPort())) {
            begin(socket);
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(answer.readLine()).startsWith("HTTP/1.1 408");
        }
        assertThat(ingest.log.events).hasSize(1);
        assertThat(ingest.counted("accepted")).isEqualTo(1);
    }

    @Test
    void senderThatDripsIsToldSoThoughItIsNeverIdle() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", ingest.uri().getPort())) {
            begin(socket);
            socket.setSoTimeout(100);
            assertThat(drip(socket)).startsWith("HTTP/1.1 408");
        }
        await().until(() -> ingest.counted("accepted") == 1);
    }

    /** Sends a byte ten times a second until an answer comes. */
    private static String drip(Socket socket) throws IOException {
        byte[] answer = new byte[1_000];
        for (int i = 0; i < 300; i++) {
            try {
                int length = socket.getInputStream().read(answer);
                return new String(answer, 0, Math.max(0, length), StandardCharsets.UTF_8);
            } catch (SocketTimeoutException none) {
                socket.getOutputStream().write(' ');
            }
        }
        return "nothing";
    }

    @Test
    void senderThatGoesAwayLeavesWhatItSent() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", ingest.uri().getPort())) {
            begin(socket);
            await().until(() -> ingest.counted("received") > 0);
        }
        await().until(() -> ingest.counted("accepted") == 1);
        assertThat(ingest.post("application/json", ARTICLE).status()).isEqualTo(202);
    }

    @Test
    void memoryForBodiesIsGivenBackWhateverHappens() {
        for (int i = 0; i < 20; i++) {
            ingest.post("application/json", "{");
            ingest.post("application/json", "x".repeat(2 * MEBIBYTE));
        }
        assertThat(ingest.post("application/json", ARTICLE).status()).isEqualTo(202);
    }

    /** A request of 5,000 bytes of which one line and a half come. */
    private static void begin(Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(("POST /v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                        + "Content-Length: 5000\r\n\r\n" + ARTICLE + "{\"source\"")
                .getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
