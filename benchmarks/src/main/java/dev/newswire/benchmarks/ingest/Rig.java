package dev.newswire.benchmarks.ingest;

import dev.newswire.cli.local.LocalOptions;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.topic.Topic;
import dev.newswire.platform.topic.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Broker, registry and ingest service on this machine, each a process of its own, on data that goes when this is closed. */
final class Rig implements AutoCloseable {
    private final Path folder;
    private final Settings client;
    private final ChildProcess servers;
    private final ChildProcess ingest;
    private final URI ingestUrl;

    private Rig(Path folder, Settings client, ChildProcess servers, ChildProcess ingest, URI ingestUrl) {
        this.folder = folder;
        this.client = client;
        this.servers = servers;
        this.ingest = ingest;
        this.ingestUrl = ingestUrl;
    }

    /** Starts everything. @param ingestOptions of the ingest service's virtual machine */
    static Rig start(List<String> ingestOptions) throws IOException {
        Path folder = Files.createTempDirectory("newswire-bench");
        LocalOptions options = new LocalOptions(folder, freePort(), freePort(), 0, 0, 0);
        ChildProcess servers = ChildProcess.start(
                ServersMain.class,
                ServersMain.options(),
                List.of(
                        folder.toString(),
                        Integer.toString(options.kafkaPort()),
                        Integer.toString(options.registryPort())),
                Map.of(),
                folder.resolve("servers.log"));
        ChildProcess ingest = null;
        try {
            servers.readLine();
            ingest = ChildProcess.start(
                    IngestMain.class, ingestOptions, List.of(), environment(options), folder.resolve("ingest.log"));
            URI ingestUrl = URI.create(ingest.readLine());
            return new Rig(folder, ServersMain.client(options), servers, ingest, ingestUrl);
        } catch (IOException | RuntimeException failed) {
            // Nobody else would end them.
            if (ingest != null) {
                ingest.close();
            }
            servers.close();
            throw failed;
        }
    }

    URI ingestUrl() {
        return ingestUrl;
    }

    Map<String, Object> kafka() {
        return client.kafka();
    }

    ChildProcess servers() {
        return servers;
    }

    ChildProcess ingest() {
        return ingest;
    }

    /** A topic in all but its name like the one that ingest writes to. */
    String topicLikeRaw(String name) throws ExecutionException, InterruptedException {
        Topic<?> raw = Topics.RAW;
        try (Admin admin = Admin.create(kafka())) {
            int partitions = admin.describeTopics(List.of(raw.name()))
                    .allTopicNames()
                    .get()
                    .values()
                    .iterator()
                    .next()
                    .partitions()
                    .size();
            NewTopic topic = new NewTopic(name, partitions, (short) 1).configs(raw.configuration());
            admin.createTopics(List.of(topic)).all().get();
        }
        return name;
    }

    @Override
    public void close() throws IOException {
        ingest.close();
        servers.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static Map<String, String> environment(LocalOptions options) {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                options.bootstrapServers(),
                "KAFKA_SCHEMA_REGISTRY_URL",
                options.registryUrl(),
                "NEWSWIRE_HTTP_PORT",
                "0",
                "NEWSWIRE_INGEST_INSTANCE",
                "bench");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
