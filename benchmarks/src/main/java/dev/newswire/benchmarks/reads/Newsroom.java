package dev.newswire.benchmarks.reads;

import dev.newswire.benchmarks.ingest.ChildProcess;
import dev.newswire.benchmarks.ingest.ServersMain;
import dev.newswire.cli.local.LocalOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A whole pipeline on this machine: servers, ingest with enrich, and publish, each a process of its own. */
final class Newsroom implements AutoCloseable {
    private final Path folder = Files.createTempDirectory("newswire-reads");
    private final LocalOptions options = new LocalOptions(folder, freePort(), freePort(), 0, 0, 0);
    private final Deque<ChildProcess> processes = new ArrayDeque<>();
    private URI ingestUrl = URI.create("");
    private URI publishUrl = URI.create("");

    private Newsroom() throws IOException {}

    /** Starts everything. @param publishOptions of the publish service's virtual machine */
    static Newsroom start(List<String> publishOptions) throws IOException {
        Newsroom newsroom = new Newsroom();
        try {
            newsroom.startServers();
            List<String> writing = List.of("-XX:+UseSerialGC", "-Xmx1g");
            newsroom.ingestUrl = newsroom.startServices(writing, List.of("enrich", "ingest"));
            newsroom.publishUrl = newsroom.startServices(publishOptions, List.of("publish"));
            return newsroom;
        } catch (IOException | RuntimeException failed) {
            // Nobody else would end them.
            newsroom.close();
            throw failed;
        }
    }

    URI ingestUrl() {
        return ingestUrl;
    }

    URI publishUrl() {
        return publishUrl;
    }

    /** The process of the publish service. */
    ChildProcess publish() {
        return processes.getFirst();
    }

    /** Properties of a Kafka client. */
    Map<String, Object> kafka() {
        return ServersMain.client(options).kafka();
    }

    @Override
    public void close() throws IOException {
        for (ChildProcess process : processes) {
            process.close();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void startServers() throws IOException {
        List<String> arguments = List.of(
                folder.toString(), Integer.toString(options.kafkaPort()), Integer.toString(options.registryPort()));
        ChildProcess servers = ChildProcess.start(
                ServersMain.class, ServersMain.options(), arguments, Map.of(), folder.resolve("servers.log"));
        processes.addFirst(servers);
        servers.readLine();
    }

    /** Starts services in one process; returns where the last of them listens. */
    private URI startServices(List<String> virtualMachine, List<String> names) throws IOException {
        List<String> arguments = Stream.concat(Stream.of(folder.resolve("state").toString()), names.stream())
                .toList();
        ChildProcess child = ChildProcess.start(
                ServicesMain.class,
                virtualMachine,
                arguments,
                environment(),
                folder.resolve(String.join("-", names) + ".log"));
        processes.addFirst(child);
        String url = "";
        for (int i = 0; i < names.size(); i++) {
            url = child.readLine();
        }
        return URI.create(url);
    }

    /** What the environment says goes first, so that settings can be compared. */
    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", options.bootstrapServers(),
                "KAFKA_SCHEMA_REGISTRY_URL", options.registryUrl(),
                "NEWSWIRE_PARTITIONS", "4",
                "NEWSWIRE_STANDBY_REPLICAS", "0",
                "NEWSWIRE_STREAM_THREADS", "1",
                "NEWSWIRE_INGEST_INSTANCE", "bench"));
        System.getenv().forEach((name, value) -> environment.computeIfPresent(name, (known, given) -> value));
        return environment;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
