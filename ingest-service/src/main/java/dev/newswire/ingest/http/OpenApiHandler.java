package dev.newswire.ingest.http;

import dev.newswire.platform.runtime.HttpText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code GET /openapi.yaml}: the description of the API, which a test holds against the server. */
public final class OpenApiHandler extends Handler.Abstract.NonBlocking {

    private static final String PATH = "/openapi.yaml";

    private final String description = read();

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        boolean isRead =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!isRead || !Request.getPathInContext(request).equals(PATH)) {
            return false;
        }
        HttpText.send(response, callback, 200, "application/yaml", description);
        return true;
    }

    private static String read() {
        try (InputStream in = OpenApiHandler.class.getResourceAsStream("openapi.yaml")) {
            return new String(Objects.requireNonNull(in, "openapi.yaml").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
