package dev.newswire.integration.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * A scraper that never stops: new articles and corrections of earlier ones, a few at a time. What is not acknowledged it
 * sends again until it is.
 */
public final class Load implements AutoCloseable {
    private static final int BATCH = 6;
    private static final Duration BETWEEN = Duration.ofMillis(200);
    // A machine that is busy otherwise must not be overrun: what waits would be taken for lost.
    private static final long MOST_UNDER_WAY = 60;
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI target;
    private final WrittenArticles articles;
    private final Map<String, Long> acknowledged = new HashMap<>();
    private final LongSupplier arrived;
    private final Thread thread = new Thread(this::run, "load");
    private long sent;
    private long longestSilence;
    private volatile boolean stopped;

    /**
     * What a load has sent.
     *
     * @param revisions the last revision that was acknowledged, by article
     * @param longestSilence longest time that a batch took from its first attempt to its acknowledgement
     */
    public record Sent(String source, Map<String, Long> revisions, Duration longestSilence) {}

    private Load(Stack stack, String source, LongSupplier arrived) {
        this.arrived = arrived;
        target = URI.create(stack.services().ingestUrl() + "/v1/articles?results=all");
        articles = new WrittenArticles(source);
        thread.setDaemon(true);
    }

    /**
     * Starts it.
     *
     * @param source of its articles, its own
     * @param arrived how many of them have come out; it sends no further ahead than a little
     */
    static Load start(Stack stack, String source, LongSupplier arrived) {
        Load load = new Load(stack, source, arrived);
        load.thread.start();
        return load;
    }

    /** Sends a few articles and no more. */
    public static Sent some(Stack stack, String source) {
        Load load = new Load(stack, source, () -> 0);
        load.deliver(load.articles.next(BATCH));
        return load.sent();
    }

    /** Sends what is on its way to its end and stops. */
    public Sent stop() {
        stopped = true;
        try {
            thread.join(Node.PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        if (thread.isAlive()) {
            throw new IllegalStateException("the last articles are still not acknowledged");
        }
        return sent();
    }

    @Override
    public void close() {
        stopped = true;
        thread.interrupt();
    }

    private Sent sent() {
        return new Sent(articles.source(), Map.copyOf(acknowledged), Duration.ofNanos(longestSilence));
    }

    private void run() {
        while (!stopped) {
            long begun = System.nanoTime();
            deliver(articles.next(BATCH));
            longestSilence = Math.max(longestSilence, System.nanoTime() - begun);
            LockSupport.parkNanos(BETWEEN.toNanos());
            while (!stopped && sent - arrived.getAsLong() > MOST_UNDER_WAY) {
                LockSupport.parkNanos(BETWEEN.toNanos());
            }
        }
    }

    private void deliver(ArrayNode batch) {
        while (!Thread.currentThread().isInterrupted() && !send(batch)) {
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
        sent += batch.size();
    }

    /** Whether all of it was acknowledged. */
    private boolean send(ArrayNode batch) {
        HttpRequest request = HttpRequest.newBuilder(target)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(batch.toString()))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode answer = JSON.readTree(response.body());
            if (response.statusCode() != 202 || answer.path("accepted").asInt() != batch.size()) {
                return false;
            }
            answer.path("results")
                    .forEach(result -> acknowledged.merge(
                            result.path("id").asText(), result.path("revision").asLong(), Math::max));
            return true;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
