package dev.newswire.benchmarks.micro;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.avro.Schema;

/** A registry that knows one schema under every subject, so that serdes can be measured without a server. */
final class OneSchemaRegistry implements AutoCloseable {
    private static final int OK = 200;

    private final HttpServer server;

    private OneSchemaRegistry(HttpServer server) {
        this.server = server;
    }

    static OneSchemaRegistry serving(Schema schema) {
        try {
            byte[] answer = new ObjectMapper()
                    .writeValueAsString(Map.of("id", 1, "schema", schema.toString()))
                    .getBytes(StandardCharsets.UTF_8);
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(OK, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.start();
            return new OneSchemaRegistry(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settings of a client that asks it. */
    Map<String, Object> client() {
        return Map.of(
                "schema.registry.url", "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
