package dev.newswire.ingest.http;

import dev.newswire.ingest.access.Access;
import dev.newswire.ingest.access.RateLimit;
import dev.newswire.ingest.intake.Intake;
import dev.newswire.ingest.intake.IntakeMetrics;
import dev.newswire.ingest.intake.Limits;
import dev.newswire.ingest.poll.SourceStatus;
import dev.newswire.ingest.source.JsonLimits;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.runtime.Health;
import dev.newswire.platform.runtime.ServiceHttp;
import dev.newswire.platform.runtime.ServiceMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The real HTTP endpoint on a free port, with a log and a quarantine in memory. */
final class RunningIngest implements AutoCloseable {

    static final Instant NOW = Instant.parse("2025-07-30T12:00:00Z");

    static final int MEBIBYTE = 1024 * 1024;

    /** Room for every test that is not about a limit. */
    static final BodyLimits WIDE =
            new BodyLimits(10 * MEBIBYTE, MEBIBYTE, 128L * MEBIBYTE, Duration.ofMillis(200), 100, JsonLimits.STANDARD);

    final FakeLog log = new FakeLog();
    final FakeQuarantine quarantine = new FakeQuarantine();
    final FakeFates fates = new FakeFates();
    volatile boolean isDown;
    volatile List<SourceStatus> sources = List.of();
    volatile List<String> mistakes = List.of();
    private final PrometheusMeterRegistry metrics = ServiceMetrics.create("ingest");
    private final HttpClient client = HttpClient.newHttpClient();
    private final ServiceHttp http;

    /** With nothing in its way. */
    RunningIngest() {
        this(WIDE, Map.of());
    }

    RunningIngest(BodyLimits limits, Map<String, String> settings) {
        this(Access.OPEN, RateLimit.NONE, limits, settings);
    }

    RunningIngest(Access access, RateLimit rate, BodyLimits limits, Map<String, String> settings) {
        ArticleSink sink = new ArticleSink(
                new Intake(Limits.STANDARD), log, quarantine, new IntakeMetrics(metrics), InstantSource.fixed(NOW));
        ArticlesHandler handler = new ArticlesHandler(access, rate, sink, limits, fates, metrics);
        http = ServiceHttp.start(
                Settings.of(Map.of("NEWSWIRE_HTTP_PORT", "0")).with(settings),
                0,
                () -> isDown ? Health.dead("test") : Health.up("test"),
                metrics,
                List.of(handler, new SourcesHandler(access, () -> sources, () -> mistakes), new OpenApiHandler()));
    }

    Answer post(String contentType, String body, String... headers) {
        return post(contentType, BodyPublishers.ofString(body), headers);
    }

    Answer post(String contentType, BodyPublisher body, String... headers) {
        return send("POST", "/v1/articles", contentType, body, headers);
    }

    Answer send(String method, String path, String contentType, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(http.uri() + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new AssertionError(failure);
        }
    }

    URI uri() {
        return http.uri();
    }

    double counted(String what) {
        return metrics.find("newswire.ingest.articles." + what).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    /** How many requests were answered with a problem of this status. */
    double problems(int status) {
        return metrics.get("newswire.ingest.problems.answered")
                .tag("status", Integer.toString(status))
                .counter()
                .count();
    }

    @Override
    public void close() {
        http.close();
    }
}
