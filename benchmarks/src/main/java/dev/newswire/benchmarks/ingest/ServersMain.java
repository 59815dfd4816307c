package dev.newswire.benchmarks.ingest;

import dev.newswire.cli.local.LocalOptions;
import dev.newswire.cli.local.LocalServers;
import dev.newswire.platform.config.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Broker and registry in a process of their own; ends with its parent. */
public final class ServersMain {
    static final String READY = "ready";

    private ServersMain() {}

    /** @param arguments folder, port of the broker, port of the registry */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream answers = ChildProcess.answers();
        int kafkaPort = Integer.parseInt(arguments[1]);
        int registryPort = Integer.parseInt(arguments[2]);
        LocalOptions options = new LocalOptions(Path.of(arguments[0]), kafkaPort, registryPort, 0, 0, 0);
        LocalServers servers = LocalServers.start(options, client(options), System.err::println);
        answers.println(READY);
        while (System.in.read() >= 0) {
            // Nothing is ever said; only the end counts.
        }
        servers.close();
        // The broker leaves threads behind that do not end by themselves.
        Runtime.getRuntime().halt(0);
    }

    /** Options of its virtual machine. */
    public static List<String> options() {
        String registry = System.getProperty("newswire.registry.home");
        List<String> heap = List.of("-XX:+UseSerialGC", "-Xmx1g");
        return registry == null
                ? heap
                : Stream.concat(heap.stream(), Stream.of("-Dnewswire.registry.home=" + registry))
                        .toList();
    }

    /** Settings of a client: what the environment says, so that both ways are measured with the same. */
    public static Settings client(LocalOptions options) {
        return Settings.of(System.getenv())
                .with(Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", options.bootstrapServers(),
                        "KAFKA_SCHEMA_REGISTRY_URL", options.registryUrl()));
    }
}
