package dev.newswire.cli.verify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.newswire.platform.config.SettingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Where a consumer's report comes from: lines of JSON on standard input, in a file that grows, or in requests. */
public final class ReportChannel implements AutoCloseable {
    private static final long PAUSE_MS = 50;

    private final AutoCloseable end;

    private ReportChannel(AutoCloseable end) {
        this.end = end;
    }

    /** Reads a stream to its end. */
    static ReportChannel ofStream(InputStream in, Consumer<String> sink) {
        return reading(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), sink, false);
    }

    /**
     * Reads a file and what is written behind its end, whole lines only.
     *
     * @throws SettingException if there is no such file
     */
    static ReportChannel ofFile(Path file, Consumer<String> sink) {
        try {
            return reading(Files.newBufferedReader(file, StandardCharsets.UTF_8), sink, true);
        } catch (IOException e) {
            throw new SettingException("There is no file " + file + " that can be read: start the consumer first.");
        }
    }

    /**
     * Takes lines by POST on loopback.
     *
     * @param port 0 for any
     * @throws SettingException if the port is taken
     */
    static ReportChannel ofRequests(int port, Consumer<String> sink) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/", exchange -> receive(exchange, sink));
            server.start();
            return new ReportChannel(() -> server.stop(0));
        } catch (IOException e) {
            throw new SettingException("Cannot listen on port " + port + ": choose another with --listen.");
        }
    }

    @Override
    public void close() {
        try {
            end.close();
        } catch (Exception e) {
            throw new IllegalStateException("cannot stop reading the report", e);
        }
    }

    private static void receive(HttpExchange exchange, Consumer<String> sink) throws IOException {
        try (exchange;
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(exchange.getRequestBody(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(sink);
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private static ReportChannel reading(BufferedReader reader, Consumer<String> sink, boolean follows) {
        Thread thread = new Thread(() -> read(reader, sink, follows), "read-report");
        thread.setDaemon(true);
        thread.start();
        // A read from standard input cannot be ended otherwise than with the process.
        return new ReportChannel(thread::interrupt);
    }

    private static void read(BufferedReader reader, Consumer<String> sink, boolean follows) {
        StringBuilder line = new StringBuilder();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                int c = reader.read();
                if (c < 0 && !follows) {
                    sink.accept(line.toString());
                    return;
                }
                if (c < 0) {
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
                } else if (c == '\n') {
                    sink.accept(line.toString());
                    line.setLength(0);
                } else {
                    line.append((char) c);
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
