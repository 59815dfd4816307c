package dev.newswire.benchmarks.reads;

import dev.newswire.benchmarks.ingest.ChildProcess;
import dev.newswire.benchmarks.ingest.ServersMain;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A whole pipeline on this machine: servers, ingest with enrich, and publish, each a process of its own. */
final class Newsroom implements AutoCloseable {
    private final Path folder;
    private final ChildProcess servers;
    private final ChildProcess writing;
    private final ChildProcess publish;
    private final URI ingestUrl;
    private final URI publishUrl;

    private Newsroom(Path folder, ChildProcess servers, ChildProcess writing, ChildProcess publish)
            throws IOException {
        this.folder = folder;
        this.servers = servers;
        this.writing = writing;
        this.publish = publish;
        this.ingestUrl = URI.create(writing.readLine());
        writing.readLine();
        this.publishUrl = URI.create(publish.readLine());
    }

    /** Starts everything. @param publishOptions of the publish service's virtual machine */
    static Newsroom start(List<String> publishOptions) throws IOException {
        Path folder = Files.createTempDirectory("newswire-bench");
        int kafka = freePort();
        int registry = freePort();
        ChildProcess servers = ChildProcess.start(
                ServersMain.class,
                ServersMain.options(),
                List.of(folder.toString(), Integer.toString(kafka), Integer.toString(registry)),
                Map.of(),
                folder.resolve("servers.log"));
        servers.readLine();
        Map<String, String> environment = environment(kafka, registry);
        String state = folder.resolve("state").toString();
        ChildProcess writing = ChildProcess.start(
                ServicesMain.class,
                List.of("-XX:+UseSerialGC", "-Xmx1g"),
                List.of(state, "ingest", "enrich"),
                environment,
                folder.resolve("writing.log"));
        ChildProcess publish = ChildProcess.start(
                ServicesMain.class,
                publishOptions,
                List.of(state, "publish"),
                environment,
                folder.resolve("publish.log"));
        return new Newsroom(folder, servers, writing, publish);
    }

    URI ingestUrl() {
        return ingestUrl;
    }

    URI publishUrl() {
        return publishUrl;
    }

    ChildProcess publish() {
        return publish;
    }

    @Override
    public void close() throws IOException {
        publish.close();
        writing.close();
        servers.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static Map<String, String> environment(int kafka, int registry) {
        Map<String, String> environment = new HashMap<>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + kafka);
        environment.put("KAFKA_SCHEMA_REGISTRY_URL", "http://127.0.0.1:" + registry + "/apis/ccompat/v7");
        environment.put("NEWSWIRE_PARTITIONS", "4");
        environment.put("NEWSWIRE_STANDBY_REPLICAS", "0");
        environment.put("NEWSWIRE_STREAM_THREADS", "1");
        environment.put("NEWSWIRE_INGEST_INSTANCE", "bench");
        return environment;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
