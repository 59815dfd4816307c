package dev.newswire.integration.stack;

import static org.awaitility.Awaitility.await;

import dev.newswire.platform.config.Settings;
import dev.newswire.platform.provision.SchemaProvisioner;
import dev.newswire.platform.provision.TopicProvisioner;
import dev.newswire.platform.registry.RegistryClient;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Network;

/**
 * Three brokers, a registry that keeps its schemas in Kafka, ingest, two instances of enrich that stand by for each other,
 * and publish: the built images. The data of broker 3 lies in memory, in a volume of a fixed size.
 */
public final class Stack implements AutoCloseable {
    /** Of every topic. */
    public static final int PARTITIONS = 3;

    private static final int SMALL_DISK_MEGABYTES = 700;
    private final String volume = "newswire-test-" + UUID.randomUUID();
    private final Network network;
    private final Brokers brokers;
    private final Node registry;
    private final SmallDisk disk;
    private final Services services;
    private final String registryUrl;
    private final Settings settings;

    private Stack() throws IOException {
        ServiceImages.build();
        network = Network.newNetwork();
        Volumes.createInMemory(volume, SMALL_DISK_MEGABYTES);
        disk = SmallDisk.hold(volume);
        brokers = Brokers.start(network, gateway(network), Map.of(Brokers.COUNT, volume));
        int registryPort = Probe.freePort();
        registryUrl = "http://127.0.0.1:" + registryPort + "/apis/ccompat/v7";
        registry = registry(network, registryPort, registryUrl);
        services = new Services(network, brokers.slowBootstrapServers());
        settings = Settings.of(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", brokers.bootstrapServers(),
                "KAFKA_SCHEMA_REGISTRY_URL", registryUrl,
                "NEWSWIRE_INGEST_URL", services.ingestUrl()));
    }

    /** Starts all of it; returns when every part does its work. */
    public static Stack start() throws IOException {
        Stack stack = new Stack();
        try {
            await("three brokers").atMost(Node.PATIENCE).ignoreExceptions().until(stack::brokersAnswer);
            stack.registry.start();
            stack.registry.awaitReady();
            stack.provision();
            stack.services.start();
            stack.awaitReady();
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    /** The brokers. */
    public Brokers brokers() {
        return brokers;
    }

    /** The disk of broker 3. */
    public SmallDisk disk() {
        return disk;
    }

    /** The schema registry. */
    public Node registry() {
        return registry;
    }

    /** The services. */
    public Services services() {
        return services;
    }

    /** Where the schema registry is, for a client on this machine. */
    public String registryUrl() {
        return registryUrl;
    }

    /** Settings of a client on this machine. */
    public Settings settings() {
        return settings;
    }

    /** Client properties of a client on this machine. */
    public Map<String, Object> kafka() {
        return settings.kafka();
    }

    /** Returns when every service is ready. */
    public void awaitReady() {
        services.all().forEach(Node::awaitReady);
    }

    @Override
    public void close() {
        services.close();
        registry.close();
        brokers.close();
        disk.close();
        network.close();
        Volumes.remove(volume);
    }

    private boolean brokersAnswer() throws Exception {
        try (Admin admin = Admin.create(kafka())) {
            return admin.describeCluster().nodes().get().size() == Brokers.COUNT;
        }
    }

    private void provision() {
        try (Admin admin = Admin.create(kafka())) {
            new TopicProvisioner(admin, PARTITIONS, Optional.of((short) Brokers.COUNT)).apply();
        }
        new SchemaProvisioner(RegistryClient.from(kafka())).apply();
    }

    private static Node registry(Network network, int port, String url) {
        Node node = new Node(
                "apicurio/apicurio-registry:3.3.3",
                "registry",
                network,
                Map.of(8080, port),
                () -> Probe.answers(url + "/subjects"));
        node.withEnv(
                Map.of("APICURIO_STORAGE_KIND", "kafkasql", "APICURIO_KAFKASQL_BOOTSTRAP_SERVERS", Brokers.INSIDE));
        return node;
    }

    private static String gateway(Network network) {
        List<com.github.dockerjava.api.model.Network.Ipam.Config> ranges = DockerClientFactory.lazyClient()
                .inspectNetworkCmd()
                .withNetworkId(network.getId())
                .exec()
                .getIpam()
                .getConfig();
        return ranges.get(0).getGateway();
    }
}
