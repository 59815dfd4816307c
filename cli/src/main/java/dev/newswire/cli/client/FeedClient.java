package dev.newswire.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newswire.platform.config.SettingException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Reads feeds over HTTP. */
public final class FeedClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int NOT_FOUND = 404;
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final String baseUrl;

    /** @param baseUrl of the publish service */
    public FeedClient(String baseUrl) {
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    /** The list of feeds. */
    public JsonNode feeds() {
        return get("/feeds", "There is no list of feeds at " + baseUrl + ".");
    }

    /** A feed as JSON Feed 1.1. */
    public JsonNode feed(String feedId) {
        return get("/feeds/" + feedId + ".json", "There is no feed " + feedId + ". See `newswire feeds`.");
    }

    private JsonNode get(String path, String whereMissing) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(uri(path)).timeout(TIMEOUT).build();
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() == NOT_FOUND) {
                throw new SettingException(whereMissing);
            }
            if (response.statusCode() != 200) {
                throw new SettingException(baseUrl + " answers " + response.statusCode() + ": try again in a moment.");
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new SettingException("The publish service at " + baseUrl
                    + " does not answer. Start one with `newswire local`, or name another with --url.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        }
    }

    private URI uri(String path) {
        try {
            URI base = URI.create(baseUrl);
            return new URI(base.getScheme(), null, base.getHost(), base.getPort(), path, null, null);
        } catch (java.net.URISyntaxException | IllegalArgumentException e) {
            throw new SettingException(baseUrl + " is not a URL such as http://127.0.0.1:8080.");
        }
    }
}
