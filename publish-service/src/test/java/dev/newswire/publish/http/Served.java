package dev.newswire.publish.http;

import dev.newswire.platform.config.Settings;
import dev.newswire.platform.runtime.Health;
import dev.newswire.platform.runtime.ServiceHttp;
import dev.newswire.platform.runtime.ServiceMetrics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/** A site that listens on a free port, and a client of it. */
final class Served implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final ServiceHttp http;

    Served(SiteHandler handler) {
        http = ServiceHttp.start(
                Settings.of(Map.of("NEWSWIRE_HTTP_PORT", "0")),
                0,
                () -> Health.up("up"),
                ServiceMetrics.create("publish"),
                List.of(handler));
    }

    URI uri() {
        return http.uri();
    }

    /** @param path or a whole URL */
    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(http.uri().resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request, BodyHandlers.ofString());
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body)
            throws IOException, InterruptedException {
        return client.send(request.build(), body);
    }

    @Override
    public void close() {
        http.close();
    }
}
