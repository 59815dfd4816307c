package dev.newswire.integration.stack;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.Network;

/** Three brokers: every partition has three replicas, and an acknowledgement needs two of them. */
public final class Brokers implements AutoCloseable {
    /** How many there are, and replicas of each partition. */
    public static final int COUNT = 3;

    static final String INSIDE = names().map(name -> name + ":19092").collect(Collectors.joining(","));
    private static final int HOST = 9092;
    private static final int SLOW = 29092;
    private final List<Node> nodes = new ArrayList<>();
    private final List<SlowProxy> proxies = new ArrayList<>();
    private final List<Integer> hostPorts = new ArrayList<>();
    private final String gateway;

    private Brokers(String gateway) {
        this.gateway = gateway;
    }

    /** Creates and starts them; returns before they are ready. */
    static Brokers start(Network network, String gateway, Map<Integer, String> dataVolumes) throws IOException {
        Brokers brokers = new Brokers(gateway);
        for (int id = 1; id <= COUNT; id++) {
            brokers.add(id, network, dataVolumes.get(id));
        }
        brokers.nodes.parallelStream().forEach(Node::start);
        return brokers;
    }

    /** The broker with this id, from 1. */
    public Node node(int id) {
        return nodes.get(id - 1);
    }

    /** For clients of this machine. */
    public String bootstrapServers() {
        return hostPorts.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    }

    /** For the services: by way of the proxies. */
    String slowBootstrapServers() {
        return proxies.stream().map(proxy -> gateway + ":" + proxy.port()).collect(Collectors.joining(","));
    }

    /**
     * Makes the network between services and brokers slow.
     *
     * @param delayMs in each direction, for every packet; 0 for none
     * @param bytesPerSecond of each connection; 0 for any number
     */
    public void slow(long delayMs, long bytesPerSecond) {
        proxies.forEach(proxy -> proxy.slow(delayMs, bytesPerSecond));
    }

    /** Breaks every connection between services and brokers once. */
    public void cut() {
        proxies.forEach(SlowProxy::cut);
    }

    /** Returns when every partition of these topics has all its replicas in step. */
    public void awaitWhole(Map<String, Object> client) {
        await("all replicas are in step")
                .atMost(Node.PATIENCE)
                .ignoreExceptions()
                .until(() -> isWhole(client));
    }

    private static boolean isWhole(Map<String, Object> client) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(client)) {
            Map<String, TopicDescription> topics = admin.describeTopics(
                            admin.listTopics().names().get())
                    .allTopicNames()
                    .get();
            return admin.describeCluster().nodes().get().size() == COUNT
                    && topics.values().stream()
                            .flatMap(topic -> topic.partitions().stream())
                            .allMatch(partition -> partition.isr().size()
                                    == partition.replicas().size());
        }
    }

    @Override
    public void close() {
        nodes.parallelStream().forEach(Node::close);
        for (SlowProxy proxy : proxies) {
            try {
                proxy.close();
            } catch (IOException e) {
                // Nobody uses it any more.
            }
        }
    }

    private void add(int id, Network network, @Nullable String dataVolume) throws IOException {
        int hostPort = Probe.freePort();
        int slowPort = Probe.freePort();
        SlowProxy proxy = SlowProxy.start(InetAddress.getByName(gateway), slowPort);
        String name = "kafka-" + id;
        Node node = new Node("apache/kafka:4.3.1", name, network, Map.of(HOST, hostPort, SLOW, slowPort), () -> true);
        node.withEnv(environment(id, name, hostPort, proxy.port()));
        if (dataVolume != null) {
            node.withCreateContainerCmdModifier(command -> Volumes.mount(command, dataVolume, "/var/lib/kafka/data"));
        }
        nodes.add(node);
        proxies.add(proxy);
        hostPorts.add(hostPort);
    }

    private Map<String, String> environment(int id, String name, int hostPort, int slowPort) {
        Map<String, String> environment = new HashMap<>();
        environment.put("KAFKA_HEAP_OPTS", "-Xms128m -Xmx384m");
        environment.put("KAFKA_JVM_PERFORMANCE_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1");
        environment.put("KAFKA_NODE_ID", Integer.toString(id));
        environment.put("KAFKA_PROCESS_ROLES", "broker,controller");
        environment.put(
                "KAFKA_CONTROLLER_QUORUM_VOTERS",
                IntStream.rangeClosed(1, COUNT)
                        .mapToObj(other -> other + "@kafka-" + other + ":9093")
                        .collect(Collectors.joining(",")));
        environment.put("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER");
        environment.put("KAFKA_LISTENERS", "INSIDE://:19092,CONTROLLER://:9093,HOST://:9092,SLOW://:29092");
        environment.put(
                "KAFKA_ADVERTISED_LISTENERS",
                "INSIDE://" + name + ":19092,HOST://127.0.0.1:" + hostPort + ",SLOW://" + gateway + ":" + slowPort);
        environment.put(
                "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
                "CONTROLLER:PLAINTEXT,INSIDE:PLAINTEXT,HOST:PLAINTEXT,SLOW:PLAINTEXT");
        environment.put("KAFKA_INTER_BROKER_LISTENER_NAME", "INSIDE");
        environment.put("KAFKA_LOG_DIRS", "/var/lib/kafka/data");
        environment.put("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        environment.put("KAFKA_DEFAULT_REPLICATION_FACTOR", Integer.toString(COUNT));
        environment.put("KAFKA_MIN_INSYNC_REPLICAS", "2");
        environment.put("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "6");
        environment.put("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "6");
        environment.put("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        return environment;
    }

    private static Stream<String> names() {
        return IntStream.rangeClosed(1, COUNT).mapToObj(id -> "kafka-" + id);
    }
}
