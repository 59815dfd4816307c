package dev.newswire.cli.local;

import dev.newswire.platform.config.SettingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Tells taken ports before anything is started. */
final class Ports {
    private Ports() {}

    static void requireFree(LocalOptions options) {
        requireFree(options.kafkaPort(), "--kafka-port");
        requireFree(options.registryPort(), "--registry-port");
        requireFree(options.httpPort(), "--http-port");
        requireFree(options.ingestPort(), "--ingest-port");
        requireFree(options.enrichPort(), "--enrich-port");
    }

    /** A port that nobody listens on now. */
    static int anyFree() {
        try (ServerSocket socket = bound(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireFree(int port, String option) {
        try {
            bound(port).close();
        } catch (IOException e) {
            throw new SettingException("Port " + port + " is taken. Choose another with " + option
                    + ", or stop what listens there (perhaps another `newswire local`).");
        }
    }

    private static ServerSocket bound(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
