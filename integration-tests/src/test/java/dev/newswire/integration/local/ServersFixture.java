package dev.newswire.integration.local;

import dev.newswire.cli.local.LocalOptions;
import dev.newswire.cli.local.LocalServers;
import dev.newswire.platform.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;

/** A broker and a registry on free ports, without services. */
final class ServersFixture implements AutoCloseable {
    private final LocalServers servers;
    private final Settings settings;

    private ServersFixture(LocalServers servers, Settings settings) {
        this.servers = servers;
        this.settings = settings;
    }

    static ServersFixture start(Path folder) throws InterruptedException {
        LocalOptions options = new LocalOptions(folder, port(), port(), port(), port(), port());
        Settings settings = Settings.of(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", options.bootstrapServers(),
                "KAFKA_SCHEMA_REGISTRY_URL", options.registryUrl()));
        return new ServersFixture(LocalServers.start(options, settings, message -> {}), settings);
    }

    /** Settings of a client. */
    Settings settings() {
        return settings;
    }

    /** A port that nobody listens on now. */
    static int port() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        servers.close();
    }
}
