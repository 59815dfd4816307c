package dev.newswire.ingest.poll;

import dev.newswire.ingest.fetch.FetchSettings;
import dev.newswire.ingest.fetch.JettyExchange;
import dev.newswire.ingest.intake.ArticleLog;
import dev.newswire.ingest.intake.Intake;
import dev.newswire.ingest.intake.IntakeMetrics;
import dev.newswire.ingest.intake.Quarantine;
import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polling, running. */
public final class PollService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PollService.class);
    private static final long TICK_MS = 500;
    private static final long REFRESH_MS = 2_000;
    private static final long STOP_TIMEOUT_MS = 5_000;

    private final SourceFile file;
    private final SourceStates states;
    private final JettyExchange exchange;
    private final ExecutorService workers;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(daemon("poll-clock"));

    private PollService(SourceFile file, SourceStates states, JettyExchange exchange, ExecutorService workers) {
        this.file = file;
        this.states = states;
        this.exchange = exchange;
        this.workers = workers;
    }

    /**
     * Reads the list of sources.
     *
     * @throws SettingException if it must be mended
     */
    public static SourceFile open(PollSettings polling, FetchSettings fetch) {
        try {
            return SourceFile.open(Path.of(polling.sourcesFile()), fetch, System.getenv());
        } catch (SourceListException e) {
            throw new SettingException(
                    "NEWSWIRE_INGEST_SOURCES_FILE: " + polling.sourcesFile() + " must be mended.\n" + e.getMessage());
        }
    }

    /** Starts polling the sources of the file that are assigned to these states. */
    public static PollService start(
            SourceFile file,
            SourceStates states,
            Settings settings,
            Intake intake,
            ArticleLog log,
            Quarantine quarantine,
            MeterRegistry registry) {
        FetchSettings fetch = FetchSettings.of(settings);
        PollSettings polling = PollSettings.of(settings);
        JettyExchange exchange = JettyExchange.start(fetch);
        ExecutorService workers = Executors.newFixedThreadPool(polling.threads(), daemon("poll"));
        Poller poller = new Poller(
                exchange,
                fetch,
                host -> file.list().rule(host),
                intake,
                new DeliveryOutlet(log, quarantine, new IntakeMetrics(registry, "poll")),
                Timekeeper.SYSTEM,
                polling.rememberedItems());
        PollMetrics metrics = new PollMetrics(registry);
        PollLoop loop = new PollLoop(
                file::list,
                states,
                poller,
                workers,
                Timekeeper.SYSTEM,
                metrics,
                () -> ThreadLocalRandom.current().nextDouble());
        metrics.watch(loop::owned, loop::overdueSeconds);
        PollService service = new PollService(file, states, exchange, workers);
        service.every(TICK_MS, loop::tick);
        service.every(REFRESH_MS, file::refresh);
        return service;
    }

    /** How the sources fare, in the order of the file. */
    public List<SourceStatus> sources() {
        return file.list().sources().stream()
                .map(source -> new SourceStatus(source, states.owns(source.id()), states.get(source.id())))
                .toList();
    }

    /** What is wrong with the file as it stands. */
    public List<String> mistakes() {
        return file.mistakes();
    }

    /** Polls under way have 5 s to end; what they would have found is found by the next one. */
    @Override
    public void close() {
        clock.shutdownNow();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(STOP_TIMEOUT_MS, TimeUnit.MILLISECONDS)) {
                workers.shutdownNow();
                boolean hasEnded = workers.awaitTermination(STOP_TIMEOUT_MS, TimeUnit.MILLISECONDS);
                LOG.debug("Polls were interrupted, ended: {}", hasEnded);
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    /** A task that throws would never be run again. */
    private void every(long milliseconds, Runnable task) {
        clock.scheduleWithFixedDelay(
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException e) {
                        LOG.warn("Polling failed for a moment", e);
                    }
                },
                0,
                milliseconds,
                TimeUnit.MILLISECONDS);
    }

    private static ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
