package dev.newswire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newswire.platform.config.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FetcherTest {

    private static final int KIBIBYTE = 1024;
    private static final FetchLimits LIMITS = new FetchLimits(
            3,
            8 * KIBIBYTE,
            256 * KIBIBYTE,
            8 * KIBIBYTE * KIBIBYTE,
            50,
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(30),
            100,
            Duration.ofSeconds(10));

    private static final FetchLimits IMPATIENT = new FetchLimits(
            3,
            8 * KIBIBYTE,
            256 * KIBIBYTE,
            256 * KIBIBYTE,
            50,
            Duration.ofSeconds(20),
            Duration.ofMillis(400),
            Duration.ofMillis(400),
            100,
            Duration.ofSeconds(10));

    private ScriptedServer server;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPageComesWithItsHeadersAndWeSayWhoWeAre() throws FetchException {
        server.on("/page", "Grüße", "ETag", "\"1\"", "Content-Type", "text/html; charset=utf-8");

        Answer answer = fetch("/page").answer();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("Grüße");
        assertThat(answer.header("etag")).contains("\"1\"");
        assertThat(answer.charset()).contains(StandardCharsets.UTF_8);
        assertThat(server.last("/page").headers())
                .containsEntry("user-agent", "Newswire/1.0 (+https://example.org/crawler)")
                .containsEntry("host", "127.0.0.1:" + server.port());
    }

    @Test
    void compressedBodiesAreDecoded() throws FetchException {
        server.on("/gzip", encoded("gzip", gzip("text")));
        server.on("/zlib", encoded("deflate", deflate("text", false)));
        server.on("/raw", encoded("deflate", deflate("text", true)));

        for (String path : List.of("/gzip", "/zlib", "/raw")) {
            assertThat(fetch(path).answer().body()).as(path).asString().isEqualTo("text");
        }
        assertThat(server.last("/gzip").headers()).containsEntry("accept-encoding", "gzip, deflate");
    }

    @Test
    void brokenOrUnknownEncodingsAreRefused() throws Exception {
        byte[] whole = gzip("text that is long enough to be cut");
        server.on("/cut", encoded("gzip", java.util.Arrays.copyOf(whole, whole.length - 12)));
        server.on("/brotli", encoded("br", whole));
        server.on("/twice", encoded("gzip, gzip", whole));

        for (String path : List.of("/cut", "/brotli", "/twice")) {
            assertFails(path, Failure.ENCODING);
        }
    }

    @Test
    void permanentRedirectsAreRememberedAsFarAsTheyArePermanent() throws FetchException {
        server.status("/a", 301, "Location", "/b").status("/b", 308, "Location", server.url("/c"));
        server.status("/c", 302, "Location", "d").on("/d", "here");

        Fetched fetched = fetch("/a");

        assertThat(fetched.answer().body()).asString().isEqualTo("here");
        assertThat(fetched.answer().url()).hasToString(server.url("/d"));
        assertThat(fetched.movedTo()).hasValueSatisfying(url -> assertThat(url).hasToString(server.url("/c")));
        server.status("/t", 307, "Location", "/a2").status("/a2", 301, "Location", "/d");
        assertThat(fetch("/t").movedTo()).isEmpty();
    }

    @Test
    void redirectsEndWhereTheyGoInACircleOrTooFar() {
        server.status("/x", 301, "Location", "/y").status("/y", 302, "Location", "/x");
        for (int i = 0; i < 10; i++) {
            server.status("/" + i, 302, "Location", "/" + (i + 1));
        }

        assertFails("/x", Failure.REDIRECTS);
        assertFails("/0", Failure.REDIRECTS);
        assertThat(server.count("/4")).isZero();
    }

    @Test
    void aRedirectCannotLeadToAPlaceThatMayNotBeFetched() {
        server.status("/metadata", 302, "Location", "http://169.254.169.254:" + server.port() + "/latest");
        server.status("/private", 302, "Location", "http://10.0.0.1:" + server.port() + "/");
        server.status("/decimal", 302, "Location", "http://2130706433:" + server.port() + "/");
        server.status("/loopback", 302, "Location", "http://[::1]:" + server.port() + "/");
        server.status("/file", 302, "Location", "file:///etc/passwd");
        server.status("/port", 302, "Location", "http://127.0.0.1:22/");

        assertFails("/metadata", Failure.ADDRESS);
        assertFails("/private", Failure.ADDRESS);
        assertFails("/loopback", Failure.ADDRESS);
        assertFails("/decimal", Failure.URL);
        assertFails("/file", Failure.URL);
        assertFails("/port", Failure.URL);
    }

    @Test
    void headersOfASourceDoNotTravelToAnotherOrigin() throws Exception {
        try (ScriptedServer other = new ScriptedServer()) {
            other.on("/", "other");
            server.status("/away", 302, "Location", other.url("/"));
            server.status("/near", 302, "Location", "/there").on("/there", "same");
            Map<String, String> secret = Map.of("Authorization", "Bearer secret");

            fetch(settings(server.port(), other.port()), HostResolver.system(), server.url("/away"), secret);
            fetch(settings(server.port()), HostResolver.system(), server.url("/near"), secret);

            assertThat(other.last("/").headers()).doesNotContainKey("authorization");
            assertThat(server.last("/there").headers()).containsEntry("authorization", "Bearer secret");
        }
    }

    @Test
    void theConnectionGoesToTheAddressThatWasCheckedEvenIfTheNameMeansAnotherOneByThen() throws Exception {
        server.on("/", "checked");
        AtomicInteger asked = new AtomicInteger();
        HostResolver rebinding = host -> List.of(address(asked.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2"));
        FetchSettings onlyTheFirst = settings("127.0.0.1/32", server.port());

        String url = "http://news.example:" + server.port() + "/";
        Fetched fetched = fetch(onlyTheFirst, rebinding, url, Map.of());

        assertThat(fetched.answer().body()).asString().isEqualTo("checked");
        assertThat(asked).hasValue(1);
        assertThat(server.last("/").headers()).containsEntry("host", "news.example:" + server.port());
        assertThatThrownBy(() -> fetch(onlyTheFirst, rebinding, url, Map.of()))
                .isInstanceOfSatisfying(
                        FetchException.class,
                        failed -> assertThat(failed.failure()).isEqualTo(Failure.ADDRESS));
        assertThat(server.count("/")).isOne();
    }

    @Test
    void oneForbiddenAddressAmongSeveralIsEnough() {
        HostResolver both = host -> List.of(address("127.0.0.1"), address("192.168.0.1"));

        assertThatThrownBy(() -> fetch(settings(server.port()), both, "http://a.example:" + server.port(), Map.of()))
                .hasMessageContaining("192.168.0.1")
                .hasMessageContaining("private");
    }

    @Test
    void loopbackIsRefusedUnlessAllowed() {
        server.on("/", "secret");

        assertThatThrownBy(() -> fetch(settings("", server.port()), HostResolver.system(), server.url("/"), Map.of()))
                .isInstanceOfSatisfying(
                        FetchException.class,
                        failed -> assertThat(failed.failure()).isEqualTo(Failure.ADDRESS));
        assertThat(server.asked).isEmpty();
    }

    @Test
    void anUnknownHostAndAClosedPortSayWhatIsWrong() throws Exception {
        HostResolver nobody = host -> {
            throw new UnknownHostException(host);
        };
        assertThatThrownBy(() -> fetch(settings(server.port()), nobody, "http://a.example:" + server.port(), Map.of()))
                .hasMessageContaining("a.example is not known");
        int port = server.port();
        server.close();
        assertThatThrownBy(
                        () -> fetch(settings(port), HostResolver.system(), "http://127.0.0.1:" + port + "/", Map.of()))
                .isInstanceOfSatisfying(
                        FetchException.class,
                        failed -> assertThat(failed.failure()).isEqualTo(Failure.CONNECTION));
    }

    @Test
    void anEndlessBodyIsCut() {
        byte[] block = new byte[16 * KIBIBYTE];
        server.on("/endless", (request, response) -> {
            while (true) {
                ScriptedServer.write(response, block);
            }
        });

        assertFails("/endless", Failure.LARGE);
    }

    @Test
    void aBombIsCut() throws IOException {
        server.on("/bomb", encoded("gzip", gzip(new byte[6 * KIBIBYTE * KIBIBYTE])));
        server.on("/large", encoded("gzip", gzip(new byte[20 * KIBIBYTE * KIBIBYTE])));
        server.on("/deflated", encoded("deflate", deflate(new byte[6 * KIBIBYTE * KIBIBYTE], false)));

        for (String path : List.of("/bomb", "/large", "/deflated")) {
            assertFails(path, Failure.LARGE);
        }
    }

    @Test
    void hugeHeadersAreCut() throws IOException {
        server.on("/huge", "body", "X-Filler", "x".repeat(64 * KIBIBYTE));
        // The client's own assertions, which only tests enable, turn this into a broken connection.
        assertThatThrownBy(() -> fetch("/huge")).isInstanceOf(FetchException.class);

        try (RawServer endless = new RawServer((out, end) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; ; i++) {
                out.write(("X-" + i + ": y\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        })) {
            FetchSettings settings = settings(endless.port());
            String url = "http://127.0.0.1:" + endless.port() + "/";
            assertThatThrownBy(() -> fetch(settings, HostResolver.system(), url, Map.of()))
                    .isInstanceOf(FetchException.class);
        }
    }

    @Test
    void aTricklingBodyIsCut() throws Exception {
        AtomicLong clock = new AtomicLong();
        byte[] one = {'x'};
        server.on("/trickle", (request, response) -> {
            for (int i = 0; i < 100_000; i++) {
                ScriptedServer.write(response, one);
            }
        });
        FetchSettings settings = settings(server.port());
        // Each look at this clock is a second later: whatever the machine does, the body is slow.
        try (JettyExchange exchange = JettyExchange.start(
                settings,
                HostResolver.system(),
                new SslContextFactory.Client(),
                () -> clock.addAndGet(Duration.ofSeconds(200).toNanos()))) {
            assertThatThrownBy(() -> new Fetcher(exchange, settings).fetch(server.url("/trickle"), Map.of()))
                    .isInstanceOfSatisfying(
                            FetchException.class,
                            failed -> assertThat(failed.failure()).isEqualTo(Failure.SLOW));
        }
    }

    @Test
    void anAnswerThatNeverBeginsOrNeverEndsIsGivenUp() throws IOException {
        try (RawServer silent = new RawServer((out, end) -> end.await());
                RawServer hanging = new RawServer((out, end) -> {
                    begin(out, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
                    end.await();
                });
                RawServer unfinished = new RawServer((out, end) -> {
                    begin(out, "HTTP/1.1 200 OK\r\nX-Slow: ");
                    end.await();
                })) {
            assertFails(silent, IMPATIENT, Failure.TIMEOUT);
            assertFails(hanging, IMPATIENT, Failure.TIMEOUT);
            assertFails(unfinished, IMPATIENT, Failure.TIMEOUT);
        }
    }

    @Test
    void whatIsNotHttpOrEndsEarlyIsNotTaken() throws IOException {
        try (RawServer garbage = new RawServer((out, end) -> begin(out, "SSH-2.0-OpenSSH_9.0\r\n\r\n"));
                RawServer early =
                        new RawServer((out, end) -> begin(out, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"));
                RawServer nothing = new RawServer((out, end) -> {})) {
            assertFails(garbage, Failure.PROTOCOL);
            assertFails(early, Failure.CONNECTION);
            assertFails(nothing, Failure.CONNECTION);
        }
    }

    private Fetched fetch(String path) throws FetchException {
        return fetch(settings(server.port()), HostResolver.system(), server.url(path), Map.of());
    }

    private static Fetched fetch(FetchSettings settings, HostResolver resolver, String url, Map<String, String> headers)
            throws FetchException {
        try (JettyExchange exchange =
                JettyExchange.start(settings, resolver, new SslContextFactory.Client(), System::nanoTime)) {
            return new Fetcher(exchange, settings).fetch(url, headers);
        }
    }

    private void assertFails(String path, Failure failure) {
        assertThatThrownBy(() -> fetch(path))
                .as(path)
                .isInstanceOfSatisfying(
                        FetchException.class,
                        failed -> assertThat(failed.failure()).isEqualTo(failure));
    }

    private static void assertFails(RawServer raw, Failure failure) {
        assertFails(raw, LIMITS, failure);
    }

    private static void assertFails(RawServer raw, FetchLimits limits, Failure failure) {
        String url = "http://127.0.0.1:" + raw.port() + "/";
        FetchSettings read = settings(raw.port());
        FetchSettings settings = new FetchSettings(read.addresses(), read.urls(), limits, read.userAgent());
        assertThatThrownBy(() -> fetch(settings, HostResolver.system(), url, Map.of()))
                .isInstanceOfSatisfying(
                        FetchException.class,
                        failed -> assertThat(failed.failure()).isEqualTo(failure));
    }

    private static FetchSettings settings(int... ports) {
        return settings("127.0.0.0/8", ports);
    }

    private static FetchSettings settings(String allowed, int... ports) {
        List<String> texts =
                java.util.Arrays.stream(ports).mapToObj(Integer::toString).toList();
        FetchSettings read = FetchSettings.of(Settings.of(Map.of(
                "NEWSWIRE_FETCH_ALLOWED_ADDRESSES",
                allowed,
                "NEWSWIRE_FETCH_PORTS",
                String.join(",", texts),
                "NEWSWIRE_FETCH_CONTACT_URL",
                "https://example.org/crawler")));
        return new FetchSettings(read.addresses(), read.urls(), LIMITS, read.userAgent());
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static void begin(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static ScriptedServer.Script encoded(String encoding, byte[] body) {
        return (request, response) -> {
            response.getHeaders().put("Content-Encoding", encoding);
            ScriptedServer.write(response, body);
        };
    }

    private static byte[] gzip(String text) {
        try {
            return gzip(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] deflate(String text, boolean isRaw) {
        try {
            return deflate(text.getBytes(StandardCharsets.UTF_8), isRaw);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] deflate(byte[] content, boolean isRaw) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out =
                new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, isRaw))) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
