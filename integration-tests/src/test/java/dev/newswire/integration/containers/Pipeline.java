package dev.newswire.integration.containers;

import dev.newswire.platform.config.Settings;
import dev.newswire.platform.provision.SchemaProvisioner;
import dev.newswire.platform.provision.TopicProvisioner;
import dev.newswire.platform.registry.RegistryClient;
import dev.newswire.platform.serde.AvroTopicSerdes;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.testcontainers.kafka.KafkaContainer;

/** A broker and a registry as a service sees them: through its settings. */
record Pipeline(KafkaContainer broker, RegistryContainer registry) {
    static final int PARTITIONS = 3;

    Settings settings() {
        return Settings.of(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", broker.getBootstrapServers(),
                "KAFKA_SCHEMA_REGISTRY_URL", registry.url(),
                "KAFKA_NEWSWIRE_REGISTRY_RETRY_TIMEOUT_MS", "60000"));
    }

    Map<String, Object> kafka() {
        return settings().kafka();
    }

    AvroTopicSerdes serdes() {
        return AvroTopicSerdes.from(kafka());
    }

    RegistryClient registryClient() {
        return RegistryClient.from(kafka());
    }

    void provision() {
        try (Admin admin = Admin.create(kafka())) {
            new TopicProvisioner(admin, PARTITIONS, Optional.empty()).apply();
        }
        new SchemaProvisioner(registryClient()).apply();
    }
}
