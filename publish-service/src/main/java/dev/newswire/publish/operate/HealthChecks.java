package dev.newswire.publish.operate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Asks services whether they are ready. */
public final class HealthChecks {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int READY = 200;
    private static final JsonFactory JSON = new JsonFactory();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final List<URI> services;

    /** @param services addresses of services, without a path */
    public HealthChecks(List<URI> services) {
        this.services = List.copyOf(services);
    }

    /** Asks all of them at once; one that does not answer in a second is not ready. */
    public List<PipelineStatus.ServiceHealth> ask() {
        List<CompletableFuture<PipelineStatus.ServiceHealth>> asked =
                services.stream().map(this::ask).toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<PipelineStatus.ServiceHealth> ask(URI service) {
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/health/ready"))
                .timeout(PATIENCE)
                .build();
        return client.sendAsync(request, BodyHandlers.ofString()).handle((answer, failure) -> health(service, answer));
    }

    private static PipelineStatus.ServiceHealth health(URI service, @Nullable HttpResponse<String> answer) {
        if (answer == null) {
            return new PipelineStatus.ServiceHealth(service.toString(), false, "does not answer");
        }
        return new PipelineStatus.ServiceHealth(
                service.toString(), answer.statusCode() == READY, detail(answer.body()));
    }

    /** The field of this name; the whole answer, cut, where there is none. */
    private static String detail(String body) {
        try (JsonParser parser = JSON.createParser(body)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME
                        && parser.currentName().equals("detail")) {
                    return String.valueOf(parser.nextTextValue());
                }
            }
        } catch (IOException noJson) {
            // Then it is shown as it is.
        }
        return body.substring(0, Math.min(100, body.length()));
    }
}
