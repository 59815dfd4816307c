package dev.newswire.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Speaks to the ingest API. */
public final class IngestClient {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration REQUEST_TIMEOUT = Duration.ofMinutes(30);
    private static final long UNSPECIFIC_WAIT_SECONDS = 30;
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    private final String baseUrl;
    private final String token;

    private IngestClient(String baseUrl, String token) {
        this.baseUrl = baseUrl;
        this.token = token;
    }

    /** @param settings {@code NEWSWIRE_INGEST_URL} and, where the service asks for one, {@code NEWSWIRE_INGEST_TOKEN} */
    public static IngestClient from(Settings settings) {
        return new IngestClient(
                settings.text("NEWSWIRE_INGEST_URL", "http://127.0.0.1:8082").replaceAll("/+$", ""),
                settings.text("NEWSWIRE_INGEST_TOKEN", ""));
    }

    /**
     * Sends one file; its type is found out by content.
     *
     * @param source of articles that name none themselves
     * @param fetchedAt what relative times count from; the file's modification time where empty
     * @throws SettingException if the file cannot be read or nobody answers
     */
    public SendResult send(Path file, Optional<String> source, Optional<Instant> fetchedAt) {
        HttpRequest request;
        try {
            if (!Files.isRegularFile(file)) {
                throw new SettingException(
                        Files.exists(file) ? file + " is not a file." : "There is no file " + file + ".");
            }
            Instant at = fetchedAt.orElse(scrapeTime(file));
            request = request(new Upload(
                            HttpRequest.BodyPublishers.ofFile(file), Upload.ANY_TYPE, source.orElse(null), null, at, 0))
                    .build();
        } catch (IOException e) {
            throw new SettingException(file + " cannot be read: " + e.getMessage());
        }
        return result(send(request), 0);
    }

    /**
     * Sends a request once.
     *
     * @throws IOException if nobody answers, or the answer does not arrive: it may have been taken or not
     */
    public Answer post(Upload upload) throws IOException {
        return answer(request(upload).build(), upload.linesBefore());
    }

    /**
     * Sends what was among the dead letters.
     *
     * @param attempts how often that has been done by now, this time counted
     * @throws IOException if nobody answers, or the answer does not arrive: it may have been taken or not
     */
    public Answer postAgain(Upload upload, int attempts) throws IOException {
        HttpRequest.Builder request = request(upload).header("Newswire-Redrive-Attempts", Integer.toString(attempts));
        return answer(request.build(), upload.linesBefore());
    }

    private Answer answer(HttpRequest request, long linesBefore) throws IOException {
        HttpResponse<String> response = exchange(request);
        Duration retryAfter = Duration.ofSeconds(response.headers()
                .firstValue("Retry-After")
                .map(IngestClient::seconds)
                .orElse(0L));
        return new Answer(response.statusCode(), retryAfter, result(response, linesBefore));
    }

    /** Where the service is. */
    public String baseUrl() {
        return baseUrl;
    }

    /**
     * Withdraws an article.
     *
     * @param reason publisher, legal or error
     */
    public SendResult retract(String articleId, String reason) {
        HttpRequest request = request("/v1/articles/" + encode(articleId) + "?reason=" + encode(reason))
                .DELETE()
                .build();
        return result(send(request), 0);
    }

    /** A file is as old as its last change, but never from the future. */
    public static Instant scrapeTime(Path file) throws IOException {
        Instant modified = Files.getLastModifiedTime(file).toInstant();
        Instant now = Instant.now();
        return modified.isAfter(now) ? now : modified;
    }

    private HttpRequest.Builder request(Upload upload) {
        HttpRequest.Builder request = request("/v1/articles")
                .header("Content-Type", upload.contentType())
                .header("Newswire-Fetched-At", upload.fetchedAt().toString())
                .POST(upload.body());
        if (upload.source() != null) {
            request.header("Newswire-Source", upload.source());
        }
        if (upload.url() != null) {
            request.header("Newswire-Url", upload.url());
        }
        return request;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(baseUrl + path)).timeout(REQUEST_TIMEOUT);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return exchange(request);
        } catch (IOException e) {
            throw new SettingException("The ingest service at " + baseUrl
                    + " does not answer. Start one with `newswire local`, or set NEWSWIRE_INGEST_URL.");
        }
    }

    private HttpResponse<String> exchange(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        }
    }

    private static SendResult result(HttpResponse<String> response, long linesBefore) {
        JsonNode body = parse(response.body());
        boolean taken = response.statusCode() / 100 == 2;
        List<String> errors = new ArrayList<>();
        for (JsonNode item : body.path("results")) {
            if (item.path("status").asText().equals("rejected")) {
                errors.add(where(item, linesBefore) + item.path("error").asText());
            }
        }
        if (!taken && errors.isEmpty()) {
            errors.add(body.path("detail").asText(body.path("title").asText("status " + response.statusCode())));
        }
        return new SendResult(
                body.path("accepted").asLong(0), body.path("rejected").asLong(taken ? 0 : 1), errors);
    }

    private static String where(JsonNode item, long linesBefore) {
        String line =
                item.has("line") ? Long.toString(linesBefore + item.path("line").asLong()) : "";
        String pointer = item.path("pointer").asText("");
        String place =
                (line.isEmpty() ? "" : "line " + line) + (line.isEmpty() || pointer.isEmpty() ? "" : ", ") + pointer;
        return place.isEmpty() ? "" : place + ": ";
    }

    private static JsonNode parse(String body) {
        try {
            JsonNode parsed = JSON.readTree(body);
            return parsed == null ? JSON.createObjectNode() : parsed;
        } catch (IOException e) {
            return JSON.createObjectNode();
        }
    }

    /** Of a header that may also give a date; whoever sends one is not in a hurry. */
    private static long seconds(String header) {
        return header.matches("[0-9]{1,6}") ? Long.parseLong(header) : UNSPECIFIC_WAIT_SECONDS;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
