package dev.newswire.cli.local;

import dev.newswire.platform.config.Settings;
import dev.newswire.platform.provision.Change;
import dev.newswire.platform.provision.SchemaProvisioner;
import dev.newswire.platform.provision.TopicProvisioner;
import dev.newswire.platform.registry.RegistryClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;

/** Broker and registry on loopback, with every topic and schema. */
public final class LocalServers implements AutoCloseable {
    private final LocalRegistry registry;
    private final LocalBroker broker;

    private LocalServers(LocalRegistry registry, LocalBroker broker) {
        this.registry = registry;
        this.broker = broker;
    }

    /**
     * Starts both; returns when they serve.
     *
     * @param options of which only the folder and the two servers' ports count
     * @param client settings of a client of theirs
     * @param progress told each step in a few words
     */
    public static LocalServers start(LocalOptions options, Settings client, Consumer<String> progress)
            throws InterruptedException {
        Path data = options.data();
        LocalRegistry registry =
                LocalRegistry.start(data.resolve("registry"), data.resolve("logs"), options.registryPort());
        LocalBroker broker = null;
        try {
            progress.accept("Starting the broker on " + options.bootstrapServers());
            broker = LocalBroker.start(data.resolve("kafka"), options.kafkaPort());
            progress.accept("Starting the schema registry on 127.0.0.1:" + options.registryPort());
            registry.awaitReady(options);
            provision(client.kafka(), progress);
            return new LocalServers(registry, broker);
        } catch (RuntimeException | InterruptedException failure) {
            if (broker != null) {
                broker.close();
            }
            registry.close();
            throw failure;
        }
    }

    @Override
    public void close() {
        broker.close();
        registry.close();
    }

    private static void provision(Map<String, Object> kafka, Consumer<String> progress) {
        try (Admin admin = Admin.create(kafka)) {
            List<Change> changes = new ArrayList<>(
                    new TopicProvisioner(admin, LocalOptions.PARTITIONS, Optional.of((short) 1)).apply());
            changes.addAll(new SchemaProvisioner(RegistryClient.from(kafka)).apply());
            progress.accept("Provisioned topics and schemas: " + changes.size() + " changes");
        }
    }
}
