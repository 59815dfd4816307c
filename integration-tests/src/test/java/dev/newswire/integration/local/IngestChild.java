package dev.newswire.integration.local;

import static org.awaitility.Awaitility.await;

import dev.newswire.ingest.IngestMain;
import dev.newswire.platform.config.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The ingest service as a process of its own, to be killed. */
final class IngestChild implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final Path output;
    private final String url;

    private IngestChild(Process process, Path output, String url) {
        this.process = process;
        this.output = output;
        this.url = url;
    }

    /**
     * Starts it; returns when it is ready.
     *
     * @param more settings beside those that lead to broker and registry
     */
    static IngestChild start(Settings client, int port, Path output, Map<String, String> more) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx384m",
                "-cp",
                System.getProperty("java.class.path"),
                IngestMain.class.getName()));
        builder.environment().put("KAFKA_BOOTSTRAP_SERVERS", property(client, "bootstrap.servers"));
        builder.environment().put("KAFKA_SCHEMA_REGISTRY_URL", property(client, "schema.registry.url"));
        builder.environment().put("KAFKA_SESSION_TIMEOUT_MS", "6000");
        builder.environment().put("KAFKA_HEARTBEAT_INTERVAL_MS", "1000");
        builder.environment().put("NEWSWIRE_HTTP_PORT", Integer.toString(port));
        builder.environment().put("NEWSWIRE_INGEST_INSTANCE", "child");
        builder.environment().putAll(more);
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        IngestChild child = new IngestChild(process, output, "http://127.0.0.1:" + port);
        await().atMost(PATIENCE).until(() -> child.isReady() || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException(child.output());
        }
        return child;
    }

    /** Where it listens. */
    String url() {
        return url;
    }

    /** As {@code kill -9} does: no hook runs. Returns when it is gone. */
    void kill() {
        process.destroyForcibly();
        await().atMost(PATIENCE).until(() -> !process.isAlive());
    }

    String output() throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroy();
        await().atMost(PATIENCE).until(() -> !process.isAlive());
    }

    private boolean isReady() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static String property(Settings client, String name) {
        return String.valueOf(client.kafka().get(name));
    }
}
