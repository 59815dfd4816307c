package dev.newswire.integration.local;

import static org.awaitility.Awaitility.await;

import dev.newswire.cli.audit.Auditor;
import dev.newswire.cli.client.IngestClient;
import dev.newswire.cli.local.LocalOptions;
import dev.newswire.cli.local.LocalPipeline;
import dev.newswire.cli.local.LocalRun;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.fate.Ledger;
import dev.newswire.platform.serde.AvroTopicSerdes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A pipeline with broker and registry on free ports, and ways to send to it and to look at it. */
public final class LocalFixture implements AutoCloseable {
    /** When the seeds are taken to have been fetched: their relative times count from here. */
    public static final Instant FETCHED_AT = Instant.parse("2025-08-06T12:00:00Z");

    private final LocalOptions options;
    private final LocalPipeline pipeline;

    private LocalFixture(LocalOptions options, Map<String, String> environment) {
        this.options = options;
        this.pipeline = LocalPipeline.start(options, Settings.of(environment), false, LocalFixture::ignore);
    }

    /** Starts one that keeps everything in a folder. */
    public static LocalFixture start(Path folder) {
        return start(folder, Map.of());
    }

    /** With further settings, as in the environment. */
    static LocalFixture start(Path folder, Map<String, String> environment) {
        return new LocalFixture(new LocalOptions(folder, port(), port(), port(), port(), port()), environment);
    }

    /** The project's seeds, in the order of their names. */
    public static List<Path> seeds() {
        Path folder = Path.of(System.getProperty("newswire.home", ".."), "seeds");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends files and waits until everything has met its fate. */
    public LocalRun.Result send(List<Path> files) throws InterruptedException {
        return new LocalRun(pipeline, LocalFixture::ignore).send(files, Optional.empty(), Optional.of(FETCHED_AT));
    }

    /** Sends without looking at what came of it; returns when every event has its fate. */
    void sendAndForget(List<Path> files) {
        IngestClient client = IngestClient.from(settings());
        files.forEach(file -> client.send(file, Optional.empty(), Optional.of(FETCHED_AT)));
        await().atMost(Duration.ofSeconds(60)).until(() -> audit().reconciles());
    }

    /** Settings of a client. */
    public Settings settings() {
        return pipeline.settings();
    }

    /** Where readers find it, without a slash at the end. */
    public String publicUrl() {
        return "http://127.0.0.1:" + options.httpPort();
    }

    /** Where articles are sent. */
    public String ingestUrl() {
        return "http://127.0.0.1:" + options.ingestPort();
    }

    String enrichUrl() {
        return "http://127.0.0.1:" + options.enrichPort();
    }

    Ledger.Balance audit() {
        try (Auditor auditor =
                new Auditor(settings().kafka(), AvroTopicSerdes.from(settings().kafka()))) {
            return auditor.balance();
        }
    }

    @Override
    public void close() {
        pipeline.close();
    }

    private static void ignore(String message) {
        // The tests look at results, not at progress.
    }

    private static int port() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
