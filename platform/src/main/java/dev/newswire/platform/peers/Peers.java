package dev.newswire.platform.peers;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Asks other instances over HTTP. One that has not answered is left alone for a second. */
public final class Peers {
    private static final long LEFT_ALONE_NANOS = Duration.ofSeconds(1).toNanos();

    private final HttpClient client;
    private final Duration timeout;
    private final Map<String, Long> awaySince = new ConcurrentHashMap<>();

    /** @param timeout of one question, from the connection to the end of the answer */
    public Peers(Duration timeout) {
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * Asks one instance.
     *
     * @param instance {@code host:port}
     * @param name of the question
     * @throws PeerAwayException if it does not answer in time, or cannot
     */
    public List<byte[]> ask(String instance, String name, Map<String, String> parameters) {
        Long since = awaySince.get(instance);
        if (since != null && System.nanoTime() - since < LEFT_ALONE_NANOS) {
            throw new PeerAwayException(instance + " did not answer a moment ago");
        }
        try {
            HttpResponse<byte[]> response =
                    client.send(request(instance, name, parameters), BodyHandlers.ofByteArray());
            awaySince.remove(instance);
            if (response.statusCode() != 200) {
                throw new PeerAwayException(instance + " answers " + response.statusCode());
            }
            return Frames.split(response.body());
        } catch (IOException e) {
            awaySince.put(instance, System.nanoTime());
            throw new PeerAwayException(instance + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PeerAwayException("interrupted", e);
        }
    }

    private HttpRequest request(String instance, String name, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create("http://" + instance + PeerHandler.PREFIX + name + "?" + query))
                .timeout(timeout)
                .build();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
