package dev.newswire.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.newswire.platform.registry.RegistryClient;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.topic.Topic;
import dev.newswire.platform.topic.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import org.apache.avro.specific.SpecificData;

/** A schema registry in memory that speaks the Confluent REST API over real HTTP on loopback. */
public final class RegistryStub implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpServer server;
    private final List<String> schemas = new ArrayList<>();
    private final Map<String, List<Integer>> subjects = new TreeMap<>();
    private final Map<String, String> levels = new TreeMap<>();

    private RegistryStub(HttpServer server) {
        this.server = server;
    }

    /** An empty registry on a free port. */
    public static RegistryStub empty() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            RegistryStub stub = new RegistryStub(server);
            server.createContext("/", stub::answer);
            server.start();
            return stub;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /**
     * An empty registry that speaks TLS and wants to know who asks.
     *
     * @param userInfo {@code user:password} of the one user that it knows
     */
    public static RegistryStub secure(SSLContext context, String userInfo) {
        try {
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context));
            RegistryStub stub = new RegistryStub(server);
            String expected = "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
            server.createContext("/", exchange -> {
                if (expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                    stub.answer(exchange);
                } else {
                    exchange.sendResponseHeaders(401, -1);
                    exchange.close();
                }
            });
            server.start();
            return stub;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A registry that knows the schema of every topic. */
    public static RegistryStub provisioned() {
        RegistryStub stub = empty();
        RegistryClient client = RegistryClient.from(stub.kafka());
        for (Topic<?> topic : Topics.ALL) {
            if (topic.hasSchema()) {
                client.register(
                        topic.subject(),
                        SpecificData.get().getSchema(topic.valueType()).toString());
            }
        }
        return stub;
    }

    /** Base URL. */
    public String url() {
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return scheme + "://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Client properties that lead here. */
    public Map<String, Object> kafka() {
        return Map.of("schema.registry.url", url(), "newswire.registry.retry.timeout.ms", "2000");
    }

    /** Serdes that resolve their schemas here. */
    public AvroTopicSerdes serdes() {
        return AvroTopicSerdes.from(kafka());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().substring(1).split("/");
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        switch (exchange.getRequestMethod() + " " + path[0]) {
            case "GET schemas" -> schema(exchange, Integer.parseInt(path[2]));
            case "GET subjects" -> send(exchange, 200, JSON.writeValueAsString(subjects.keySet()));
            case "POST subjects" -> post(exchange, path, request.path("schema").asText());
            case "GET config" -> config(exchange, path[1]);
            case "PUT config" -> {
                levels.put(path[1], request.path("compatibility").asText());
                send(exchange, 200, request.toString());
            }
            default -> send(exchange, 405, "{}");
        }
    }

    private void schema(HttpExchange exchange, int id) throws IOException {
        if (id < 1 || id > schemas.size()) {
            send(exchange, 404, "{\"error_code\":40403,\"message\":\"Schema not found\"}");
            return;
        }
        send(exchange, 200, JSON.writeValueAsString(Map.of("schema", schemas.get(id - 1))));
    }

    private void post(HttpExchange exchange, String[] path, String schema) throws IOException {
        List<Integer> versions = subjects.getOrDefault(path[1], List.of());
        int id = schemas.indexOf(schema) + 1;
        boolean known = id > 0 && versions.contains(id);
        if (!known && path.length == 2) {
            send(exchange, 404, "{\"error_code\":40403,\"message\":\"Schema not found\"}");
            return;
        }
        if (!known) {
            id = register(path[1], schema, id);
        }
        send(exchange, 200, "{\"id\":" + id + ",\"version\":1}");
    }

    private int register(String subject, String schema, int knownId) {
        int id = knownId;
        if (id == 0) {
            schemas.add(schema);
            id = schemas.size();
        }
        subjects.computeIfAbsent(subject, ignored -> new ArrayList<>()).add(id);
        return id;
    }

    private void config(HttpExchange exchange, String subject) throws IOException {
        String level = levels.get(subject);
        if (level == null) {
            send(exchange, 404, "{\"error_code\":40408,\"message\":\"no level\"}");
            return;
        }
        send(exchange, 200, "{\"compatibilityLevel\":\"" + level + "\"}");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
