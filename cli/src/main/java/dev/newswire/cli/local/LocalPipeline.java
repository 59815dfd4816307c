package dev.newswire.cli.local;

import dev.newswire.enrich.EnrichService;
import dev.newswire.ingest.IngestService;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.runtime.RunningService;
import dev.newswire.publish.PublishService;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Broker, registry and the three services, started in the order in which they need each other. */
public final class LocalPipeline implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalPipeline.class);
    private static final Duration READY_TIMEOUT = Duration.ofSeconds(120);
    private static final long POLL_MS = 20;
    private final LocalOptions options;
    private final Settings settings;
    private final Consumer<String> progress;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final List<RunningService> services = new ArrayList<>();

    private LocalPipeline(LocalOptions options, Settings settings, Consumer<String> progress) {
        this.options = options;
        this.settings = settings.with(clientSettings(options));
        this.progress = progress;
    }

    /**
     * Starts everything; returns when all services are ready.
     *
     * @param environment further settings, as in the environment
     * @param fresh whether what an earlier run left is deleted first
     * @param progress told each step in a few words
     * @throws dev.newswire.platform.config.SettingException if a port or the folder is taken
     */
    public static LocalPipeline start(
            LocalOptions options, Settings environment, boolean fresh, Consumer<String> progress) {
        LocalPipeline pipeline = new LocalPipeline(options, environment, progress);
        try {
            pipeline.running.push(DataFolder.open(options.data(), fresh));
            pipeline.startServers();
            pipeline.startServices();
            return pipeline;
        } catch (InterruptedException e) {
            pipeline.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting", e);
        } catch (CompletionException e) {
            pipeline.close();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } catch (RuntimeException e) {
            pipeline.close();
            throw e;
        }
    }

    /** Settings of a client of this pipeline. */
    public Settings settings() {
        return settings;
    }

    /** Stops everything in the reverse order. */
    @Override
    public void close() {
        synchronized (running) {
            stopTogether(services);
            services.clear();
            while (!running.isEmpty()) {
                stop(running.pop());
            }
        }
    }

    private void startServers() throws InterruptedException {
        Ports.requireFree(options);
        running.push(LocalServers.start(options, settings, progress));
    }

    private void startServices() throws InterruptedException {
        progress.accept("Starting the services");
        List<CompletableFuture<RunningService>> starting = List.of(
                starting(() -> EnrichService.start(service("enrich", options.enrichPort()))),
                starting(() -> PublishService.start(service("publish", options.httpPort()))),
                starting(() -> IngestService.start(service("ingest", options.ingestPort()))));
        for (CompletableFuture<RunningService> start : starting) {
            // All of them are waited for: what has started must be stopped if another has failed.
            start.handle((service, failure) -> service)
                    .thenAccept(service -> {
                        if (service != null) {
                            services.add(service);
                        }
                    })
                    .join();
        }
        starting.forEach(CompletableFuture::join);
        awaitReady();
    }

    private static CompletableFuture<RunningService> starting(java.util.function.Supplier<RunningService> start) {
        return CompletableFuture.supplyAsync(start, command -> new Thread(command, "start").start());
    }

    private void awaitReady() throws InterruptedException {
        long giveUpAt = System.nanoTime() + READY_TIMEOUT.toNanos();
        for (RunningService service : services) {
            while (!service.ready()) {
                if (System.nanoTime() > giveUpAt) {
                    throw new IllegalStateException(
                            "The service at " + service.uri() + " is not ready after " + READY_TIMEOUT.toSeconds()
                                    + " s; see the log in " + options.data().resolve("logs"));
                }
                TimeUnit.MILLISECONDS.sleep(POLL_MS);
            }
        }
    }

    private Settings service(String name, int port) {
        return settings.with(Map.of(
                "NEWSWIRE_HTTP_PORT",
                Integer.toString(port),
                "NEWSWIRE_STATE_DIR",
                options.data().resolve("state").resolve(name).toAbsolutePath().toString()));
    }

    private static Map<String, String> clientSettings(LocalOptions options) {
        Map<String, String> values = new HashMap<>();
        values.put("KAFKA_BOOTSTRAP_SERVERS", options.bootstrapServers());
        values.put("KAFKA_SCHEMA_REGISTRY_URL", options.registryUrl());
        values.put("NEWSWIRE_HTTP_HOST", "127.0.0.1");
        values.put("NEWSWIRE_PARTITIONS", Integer.toString(LocalOptions.PARTITIONS));
        values.put("NEWSWIRE_INGEST_URL", "http://127.0.0.1:" + options.ingestPort());
        values.put("NEWSWIRE_PUBLIC_URL", "http://127.0.0.1:" + options.httpPort());
        values.put("NEWSWIRE_OPERATOR_SERVICES", services(options));
        values.put("NEWSWIRE_STANDBY_REPLICAS", "0");
        values.put("NEWSWIRE_STREAM_THREADS", "1");
        values.put("NEWSWIRE_INGEST_INSTANCE", "local");
        // One person looks at it: answer sooner, at the price of more transactions.
        values.put("KAFKA_COMMIT_INTERVAL_MS", "40");
        values.put("NEWSWIRE_RELATED_PAUSE", "PT1S");
        // After a crash the group waits for members that are gone: not longer than it must.
        values.put("KAFKA_SESSION_TIMEOUT_MS", "10000");
        values.put("KAFKA_HEARTBEAT_INTERVAL_MS", "2000");
        return values;
    }

    private static String services(LocalOptions options) {
        return Stream.of(options.ingestPort(), options.enrichPort(), options.httpPort())
                .map(port -> "http://127.0.0.1:" + port)
                .collect(Collectors.joining(","));
    }

    private static void stopTogether(List<RunningService> services) {
        CompletableFuture.allOf(services.stream()
                        .map(service -> CompletableFuture.runAsync(
                                () -> stop(service), command -> new Thread(command, "stop").start()))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private static void stop(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("{} did not stop cleanly", part.getClass().getSimpleName(), e);
        }
    }
}
