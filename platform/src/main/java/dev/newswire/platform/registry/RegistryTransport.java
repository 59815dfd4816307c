package dev.newswire.platform.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HTTP to the registry: an absent or troubled registry is tried again with growing pauses, a refusal is final. */
final class RegistryTransport {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryTransport.class);
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);
    private static final long FIRST_PAUSE_MS = 100;
    private static final long LONGEST_PAUSE_MS = 5_000;
    private static final long WAITING_PAUSE_MS = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http;
    private final String baseUrl;
    private final @Nullable String authorization;
    private final long retryTimeoutMs;

    private RegistryTransport(HttpClient http, String baseUrl, @Nullable String authorization, long retryTimeoutMs) {
        this.http = http;
        this.baseUrl = baseUrl;
        this.authorization = authorization;
        this.retryTimeoutMs = retryTimeoutMs;
    }

    static RegistryTransport from(Map<String, ?> configuration) {
        Object url = Objects.requireNonNull(configuration.get("schema.registry.url"), "schema.registry.url is not set");
        Object user = configuration.get("basic.auth.user.info");
        Object timeout = configuration.get("newswire.registry.retry.timeout.ms");
        HttpClient.Builder http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5));
        RegistryTls.from(configuration).ifPresent(http::sslContext);
        return new RegistryTransport(
                http.build(),
                url.toString().replaceAll("/+$", ""),
                user == null ? null : "Basic " + base64(user.toString()),
                timeout == null ? TimeUnit.MINUTES.toMillis(4) : Long.parseLong(timeout.toString()));
    }

    boolean answers(String path) {
        return trouble(path).isEmpty();
    }

    /** Asks again and again until it is answered. */
    void awaitAnswer(String path) {
        Optional<String> trouble = trouble(path);
        if (trouble.isEmpty()) {
            return;
        }
        LOG.warn("The schema registry at {} does not answer and is waited for: {}", baseUrl, trouble.get());
        do {
            rest(WAITING_PAUSE_MS);
        } while (!answers(path));
        LOG.info("The schema registry answers");
    }

    /** Why it does not answer, if so. */
    private Optional<String> trouble(String path) {
        try {
            int status = send(request(path).GET().build()).statusCode();
            return status < 500 ? Optional.empty() : Optional.of("status " + status);
        } catch (IOException e) {
            return Optional.of(e.toString());
        }
    }

    JsonNode get(String path) {
        return call(request(path).GET().build());
    }

    JsonNode post(String path, String body) {
        return call(
                request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    JsonNode put(String path, String body) {
        return call(request(path).PUT(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(REQUEST_TIMEOUT)
                .header("Content-Type", CONTENT_TYPE)
                .header("Accept", CONTENT_TYPE);
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    private JsonNode call(HttpRequest request) {
        long giveUpAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(retryTimeoutMs);
        for (long pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
            try {
                return attempt(request);
            } catch (IOException e) {
                if (System.nanoTime() >= giveUpAt) {
                    throw new RegistryUnavailableException("The schema registry at " + baseUrl + " does not answer", e);
                }
            }
            rest(pause);
        }
    }

    private JsonNode attempt(HttpRequest request) throws IOException {
        HttpResponse<String> response = send(request);
        int status = response.statusCode();
        if (status / 100 == 2) {
            return JSON.readTree(response.body());
        }
        if (status >= 500 || status == 429) {
            throw new IOException("the schema registry answered " + status);
        }
        throw new RegistryException(
                status,
                "The schema registry refused " + request.uri().getPath() + ": " + status + " " + response.body());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static void rest(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
