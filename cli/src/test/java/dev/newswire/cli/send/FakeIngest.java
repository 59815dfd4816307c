package dev.newswire.cli.send;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.newswire.cli.client.IngestClient;
import dev.newswire.platform.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** An ingest service over real HTTP that takes lines, rejects those that say so, and is away when told to be. */
final class FakeIngest implements AutoCloseable {

    static final int HANG_UP = 0;

    final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
    final List<Map<String, List<String>>> headers = Collections.synchronizedList(new ArrayList<>());

    /** Statuses of the next answers; {@link #HANG_UP} closes the connection instead. */
    final Deque<Integer> troubles = new ArrayDeque<>();

    /** Number of requests that are taken before the service goes away for good. */
    volatile int takes = Integer.MAX_VALUE;

    private final HttpServer server;

    FakeIngest() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    IngestClient client() {
        return IngestClient.from(Settings.of(Map.of(
                "NEWSWIRE_INGEST_URL",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "NEWSWIRE_INGEST_TOKEN",
                "sesame")));
    }

    /** Every line that was taken, in order. */
    List<String> lines() {
        return bodies.stream().flatMap(String::lines).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Integer trouble = bodies.size() >= takes ? Integer.valueOf(503) : troubles.poll();
        if (trouble != null) {
            refuse(exchange, trouble);
            return;
        }
        bodies.add(body);
        headers.add(Map.copyOf(exchange.getRequestHeaders()));
        send(exchange, 202, report(body.lines().toList()));
    }

    private static void refuse(HttpExchange exchange, int status) throws IOException {
        if (status == HANG_UP) {
            exchange.close();
            return;
        }
        exchange.getResponseHeaders().add("Retry-After", "7");
        send(exchange, status, "{\"status\":" + status + ",\"detail\":\"not now\"}");
    }

    private static String report(List<String> lines) {
        List<String> results = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("reject")) {
                results.add("{\"status\":\"rejected\",\"line\":" + (i + 1) + ",\"error\":\"no good\"}");
            }
        }
        return "{\"accepted\":" + (lines.size() - results.size()) + ",\"rejected\":" + results.size() + ",\"results\":["
                + String.join(",", results) + "]}";
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
