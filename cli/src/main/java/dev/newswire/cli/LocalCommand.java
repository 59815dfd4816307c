package dev.newswire.cli;

import dev.newswire.cli.audit.AuditReport;
import dev.newswire.cli.local.LocalOptions;
import dev.newswire.cli.local.LocalPipeline;
import dev.newswire.cli.local.LocalRun;
import dev.newswire.cli.report.OutcomeReport;
import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "local",
        description =
                "Start a broker, a schema registry and the three services on this machine, send them files, and show"
                        + " what comes out. Ctrl-C stops all of it.",
        mixinStandardHelpOptions = true)
final class LocalCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "What to send: scraped pages, HTML, RSS, Atom, JSON, NDJSON (default: the project's seeds).")
    private List<Path> files = List.of();

    @Option(
            names = "--once",
            description = "Exit when everything sent has met its fate; 0 only if the audit reconciles.")
    private boolean once;

    @Option(names = "--fresh", description = "Delete what an earlier run left in the data folder.")
    private boolean fresh;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "${sys:newswire.home:-.}/.newswire",
            description = "Where everything is kept (default: .newswire in the project).")
    private Path data = Path.of(".newswire");

    @Option(names = "--source", paramLabel = "ID", description = "Source of articles that name none themselves.")
    private @Nullable String source;

    @Option(
            names = "--fetched-at",
            paramLabel = "INSTANT",
            description = "What relative times count from, such as 2026-01-31T12:00:00Z (default: the file's time).")
    private @Nullable Instant fetchedAt;

    @Option(
            names = "--sources",
            paramLabel = "FILE",
            description =
                    "Poll the feeds, sitemaps and pages of this list (see docs/sources.md), instead of sending the"
                            + " seeds.")
    private @Nullable Path sources;

    @Option(names = "--kafka-port", defaultValue = "9092", description = "Broker (default: 9092).")
    private int kafkaPort;

    @Option(names = "--registry-port", defaultValue = "8081", description = "Schema registry (default: 8081).")
    private int registryPort;

    @Option(names = "--http-port", defaultValue = "8080", description = "Page and feeds (default: 8080).")
    private int httpPort;

    @Option(names = "--ingest-port", defaultValue = "8082", description = "Ingest API (default: 8082).")
    private int ingestPort;

    @Option(
            names = "--enrich-port",
            defaultValue = "8083",
            description = "Health and metrics of the enrich service (default: 8083).")
    private int enrichPort;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Instant begin = Instant.now();
        PrintWriter out = spec.commandLine().getOut();
        logToFile();
        List<Path> input = input();
        LocalOptions options = new LocalOptions(
                data.toAbsolutePath().normalize(), kafkaPort, registryPort, httpPort, ingestPort, enrichPort);
        LocalPipeline pipeline = LocalPipeline.start(options, settings(), fresh, out::println);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(pipeline, stopped), "stop"));
        LocalRun.Result result = new LocalRun(pipeline, out::println)
                .send(input, Optional.ofNullable(source), Optional.ofNullable(fetchedAt));
        if (!input.isEmpty()) {
            show(result, begin, out);
        }
        if (!once) {
            out.println();
            if (sources != null) {
                out.println("Polling the sources of " + sources + "; how each fares: http://127.0.0.1:" + ingestPort
                        + "/v1/sources");
            }
            out.println("Running: page and feeds http://127.0.0.1:" + httpPort + "/, ingest http://127.0.0.1:"
                    + ingestPort + "/v1/articles, broker " + options.bootstrapServers() + ", registry "
                    + options.registryUrl());
            out.println("Ctrl-C stops all of it.");
            stopped.await();
        }
        return result.balance().reconciles() ? 0 : 1;
    }

    private Settings settings() {
        Settings environment = Settings.of(System.getenv());
        Path list = sources;
        if (list == null) {
            return environment;
        }
        if (once) {
            throw new SettingException("--sources polls until it is stopped: leave out --once.");
        }
        return environment.with(
                Map.of("NEWSWIRE_INGEST_SOURCES_FILE", list.toAbsolutePath().toString()));
    }

    private void show(LocalRun.Result result, Instant begin, PrintWriter out) {
        new OutcomeReport(result.outcome(), "http://127.0.0.1:" + httpPort, out).print();
        out.println();
        AuditReport.print(result.balance(), out);
        out.println(String.format(
                Locale.ROOT,
                "%d articles, %d entities, %d links, %d feeds, %d quarantined in %.1f s",
                result.outcome().articles().size(),
                result.outcome().entities().size(),
                result.outcome().links().size(),
                result.outcome().feedIds().size(),
                result.sent().rejected(),
                Duration.between(begin, Instant.now()).toMillis() / 1_000.0));
        out.flush();
    }

    private static void stop(LocalPipeline pipeline, CountDownLatch stopped) {
        pipeline.close();
        stopped.countDown();
    }

    private void logToFile() {
        System.setProperty(
                "newswire.log.file",
                data.resolve("logs").resolve("newswire.log").toString());
        System.setProperty("newswire.log.appender", "file");
    }

    private List<Path> input() {
        if (!files.isEmpty() || sources != null) {
            return files;
        }
        Path seeds = Path.of(System.getProperty("newswire.home", "."), "seeds");
        try (Stream<Path> content = Files.list(seeds)) {
            return content.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new SettingException("The seeds are not in " + seeds + ": name the files to send.");
        }
    }
}
