package dev.newswire.integration.stack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.testcontainers.containers.Network;

/** Ingest, two instances of enrich, publish. */
public final class Services implements AutoCloseable {
    private static final long MEGABYTE = 1024 * 1024;
    private final Network network;
    private final String bootstrapServers;
    private final Map<String, Integer> ports = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();

    Services(Network network, String bootstrapServers) {
        this.network = network;
        this.bootstrapServers = bootstrapServers;
        add("ingest", "ingest-service", 8082, Map.of("NEWSWIRE_INGEST_TOKENS", "off"));
        add("enrich-1", "enrich-service", 8083, standingBy());
        add("enrich-2", "enrich-service", 8083, standingBy());
        add(
                "publish",
                "publish-service",
                8080,
                Map.of("NEWSWIRE_STANDBY_REPLICAS", "0", "NEWSWIRE_FEED_LIMIT", "10000"));
    }

    /** Where ingest is. */
    public String ingestUrl() {
        return url("ingest");
    }

    /** Where publish is. */
    public String publishUrl() {
        return url("publish");
    }

    /** One of {@code ingest}, {@code enrich-1}, {@code enrich-2}, {@code publish}. */
    public Node node(String name) {
        return nodes.stream().filter(node -> node.name().equals(name)).findAny().orElseThrow();
    }

    /** All of them, in the order of the flow. */
    public List<Node> all() {
        return List.copyOf(nodes);
    }

    void start() {
        nodes.parallelStream().forEach(Node::start);
    }

    @Override
    public void close() {
        nodes.parallelStream().forEach(Node::close);
    }

    private static Map<String, String> standingBy() {
        // Links are written soon, so that what an episode leaves behind is all there when it is counted.
        return Map.of("NEWSWIRE_STANDBY_REPLICAS", "1", "NEWSWIRE_RELATED_PAUSE", "PT1S");
    }

    private String url(String name) {
        return "http://127.0.0.1:" + ports.get(name);
    }

    private void add(String name, String image, int port, Map<String, String> more) {
        int outside = Probe.freePort();
        ports.put(name, outside);
        Node node = new Node(
                "newswire/" + image,
                name,
                network,
                Map.of(port, outside),
                () -> Probe.answers("http://127.0.0.1:" + outside + "/health/ready"));
        Map<String, String> environment = new HashMap<>(Map.of(
                "JAVA_TOOL_OPTIONS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1",
                "KAFKA_BOOTSTRAP_SERVERS", bootstrapServers,
                "KAFKA_SCHEMA_REGISTRY_URL", "http://registry:8080/apis/ccompat/v7",
                // It keeps its place in the group while it is away for less than a session.
                "KAFKA_GROUP_INSTANCE_ID", name,
                "KAFKA_SESSION_TIMEOUT_MS", "10000",
                "KAFKA_HEARTBEAT_INTERVAL_MS", "2000",
                // Fewer transactions than by default: three brokers and six processes share this machine.
                "KAFKA_COMMIT_INTERVAL_MS", "300",
                "NEWSWIRE_PARTITIONS", Integer.toString(Stack.PARTITIONS),
                "NEWSWIRE_STREAM_THREADS", "1",
                "NEWSWIRE_INGEST_INSTANCE", name));
        environment.putAll(more);
        node.withEnv(environment);
        node.withCreateContainerCmdModifier(command -> {
            if (command.getHostConfig() != null) {
                command.getHostConfig().withMemory(1024 * MEGABYTE);
            }
        });
        nodes.add(node);
    }
}
