package dev.newswire.benchmarks.stream;

import dev.newswire.benchmarks.ingest.ChildProcess;
import dev.newswire.benchmarks.ingest.ServersMain;
import dev.newswire.cli.local.LocalOptions;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.topic.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;

/** Broker and registry on this machine and the applications beside them, each a process, on data that goes with this. */
final class Plant implements AutoCloseable {
    private final Path folder;
    private final Settings client;
    private final ChildProcess servers;
    private final List<String> serviceOptions;
    private final int partitions;

    private Plant(Path folder, Settings client, ChildProcess servers, List<String> serviceOptions, int partitions) {
        this.folder = folder;
        this.client = client;
        this.servers = servers;
        this.serviceOptions = serviceOptions;
        this.partitions = partitions;
    }

    /**
     * Starts broker and registry.
     *
     * @param serviceOptions of the virtual machines of applications
     * @param partitions of each topic
     */
    static Plant start(List<String> serviceOptions, int partitions) throws Exception {
        Path folder = Files.createTempDirectory("newswire-stream");
        LocalOptions options = new LocalOptions(folder, freePort(), freePort(), 0, 0, 0);
        List<String> virtualMachine = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Xmx1g"));
        String registry = System.getProperty("newswire.registry.home");
        if (registry != null) {
            virtualMachine.add("-Dnewswire.registry.home=" + registry);
        }
        ChildProcess servers = ChildProcess.start(
                ServersMain.class,
                virtualMachine,
                List.of(
                        folder.toString(),
                        Integer.toString(options.kafkaPort()),
                        Integer.toString(options.registryPort())),
                Map.of(),
                folder.resolve("servers.log"));
        Plant plant = new Plant(folder, ServersMain.client(options), servers, serviceOptions, partitions);
        try {
            servers.readLine();
            plant.provision();
            return plant;
        } catch (IOException | RuntimeException | ExecutionException failed) {
            // Nobody else would end it.
            plant.close();
            throw failed;
        }
    }

    Map<String, Object> kafka() {
        return client.kafka();
    }

    ChildProcess servers() {
        return servers;
    }

    /** Starts an application; returns when it says that it is ready. */
    Application application(String name, int instance) throws IOException {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", String.valueOf(kafka().get("bootstrap.servers")));
        environment.put("KAFKA_SCHEMA_REGISTRY_URL", String.valueOf(kafka().get("schema.registry.url")));
        environment.put("NEWSWIRE_HTTP_PORT", "0");
        environment.put("NEWSWIRE_PARTITIONS", Integer.toString(partitions));
        environment.put("NEWSWIRE_STATE_DIR", state(name + "-" + instance).toString());
        environment.put("NEWSWIRE_INGEST_INSTANCE", "bench-" + instance);
        environment.putIfAbsent("NEWSWIRE_STANDBY_REPLICAS", "0");
        long start = System.nanoTime();
        ChildProcess child = ChildProcess.start(
                ServiceChild.class,
                serviceOptions.stream()
                        .map(option -> option.replace("%n", name + "-" + instance))
                        .toList(),
                List.of(name),
                environment,
                folder.resolve(name + "-" + instance + ".log"));
        String address = child.readLine();
        return new Application(name, child, address, Duration.ofNanos(System.nanoTime() - start));
    }

    /** Bytes of the local state of an application, of all its instances. */
    long stateBytes(String name) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                boolean own = folder.relativize(file).toString().startsWith("state-" + name);
                bytes += own ? Files.size(file) : 0;
            }
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        servers.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Path state(String name) {
        return folder.resolve("state-" + name);
    }

    private void provision() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(kafka())) {
            Map<String, NewPartitions> more = new HashMap<>();
            for (var topic : admin.describeTopics(
                            Topics.ALL.stream().map(each -> each.name()).toList())
                    .allTopicNames()
                    .get()
                    .values()) {
                if (topic.partitions().size() < partitions) {
                    more.put(topic.name(), NewPartitions.increaseTo(partitions));
                }
            }
            admin.createPartitions(more).all().get();
            admin.createTopics(List.of(new NewTopic(PassThrough.TARGET, partitions, (short) 1)
                            .configs(Topics.RAW.configuration())))
                    .all()
                    .get();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
