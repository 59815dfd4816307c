package dev.newswire.cli;

import dev.newswire.platform.config.Settings;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the pipeline is: options over the environment over the defaults of {@code newswire local}. */
final class Connection {
    @Option(
            names = "--bootstrap-server",
            paramLabel = "HOST:PORT",
            description = "Kafka broker; also KAFKA_BOOTSTRAP_SERVERS (default: 127.0.0.1:9092).")
    private @Nullable String bootstrapServer;

    @Option(
            names = "--registry-url",
            paramLabel = "URL",
            description = "Schema registry, Confluent API; also KAFKA_SCHEMA_REGISTRY_URL"
                    + " (default: http://127.0.0.1:8081/apis/ccompat/v7).")
    private @Nullable String registryUrl;

    Settings settings() {
        Map<String, String> given = new HashMap<>();
        // A person waits: give up sooner than a service would.
        given.put("KAFKA_DEFAULT_API_TIMEOUT_MS", "15000");
        given.put("KAFKA_REQUEST_TIMEOUT_MS", "10000");
        given.put("KAFKA_NEWSWIRE_REGISTRY_RETRY_TIMEOUT_MS", "5000");
        given.putAll(System.getenv());
        put(given, "KAFKA_BOOTSTRAP_SERVERS", bootstrapServer);
        put(given, "KAFKA_SCHEMA_REGISTRY_URL", registryUrl);
        return Settings.of(given);
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
