package dev.newswire.ingest.http;

import dev.newswire.ingest.intake.Intake;
import dev.newswire.ingest.intake.IntakeMetrics;
import dev.newswire.ingest.intake.Limits;
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

    final FakeLog log = new FakeLog();
    final FakeQuarantine quarantine = new FakeQuarantine();
    private final PrometheusMeterRegistry metrics = ServiceMetrics.create("ingest");
    private final HttpClient client = HttpClient.newHttpClient();
    private final ServiceHttp http;

    RunningIngest(BodyLimits limits) {
        this(limits, "PT30S");
    }

    RunningIngest(BodyLimits limits, String idleTimeout) {
        ArticlesHandler handler = new ArticlesHandler(
                new Intake(Limits.STANDARD),
                log,
                quarantine,
                new IntakeMetrics(metrics),
                limits,
                InstantSource.fixed(NOW));
        http = ServiceHttp.start(
                Settings.of(Map.of("NEWSWIRE_HTTP_PORT", "0", "NEWSWIRE_HTTP_IDLE_TIMEOUT", idleTimeout)),
                0,
                () -> Health.up("test"),
                metrics,
                List.of(handler));
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

    @Override
    public void close() {
        http.close();
    }
}
