package dev.newswire.cli;

import dev.newswire.cli.client.IngestClient;
import dev.newswire.cli.feeds.FeedDefinitions;
import dev.newswire.cli.verify.ReportChannel;
import dev.newswire.cli.verify.Verification;
import dev.newswire.platform.config.SettingException;
import dev.newswire.publish.feed.definition.DefinitionRules;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "verify-consumer",
        description = {
            "Check a consumer of feeds: play a known sequence (insert, correct, embargo lift, retract, story merge) to"
                    + " a",
            "feed of its own, and hold what the consumer reports against it. The consumer prints one line for each"
                    + " change:",
            "  {\"feed\": \"...\", \"article\": \"...\", \"event\": \"upsert\" or \"remove\", \"title\": \"...\","
                    + " \"story\": \"...\"}",
            "Exit code 0 if it passes, 1 if not."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  python3 docs/examples/consumers/consumer.py verify-consumer | newswire verify-consumer",
            "  newswire verify-consumer --report consumer.log",
            "  newswire verify-consumer --listen 9000"
        },
        mixinStandardHelpOptions = true)
final class VerifyConsumerCommand implements Callable<Integer> {
    @Mixin
    private Connection connection = new Connection();

    @Option(
            names = "--feed",
            paramLabel = "ID",
            defaultValue = "verify-consumer",
            description = "Feed that the consumer reads; it is defined for the check (default: verify-consumer).")
    private String feedId = "";

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "File that the consumer writes its report to (default: standard input).")
    private @Nullable Path file;

    @Option(names = "--listen", paramLabel = "PORT", description = "Take the report by POST on this port of loopback.")
    private @Nullable Integer port;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long the consumer may take for a step (default: 30).")
    private int timeout;

    @Option(
            names = "--embargo",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "How long an article is held back (default: 5).")
    private int embargo;

    @Option(
            names = "--ingest-url",
            paramLabel = "URL",
            description = "Ingest service; also NEWSWIRE_INGEST_URL (default: http://127.0.0.1:8082).")
    private @Nullable String ingestUrl;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        DefinitionRules.id(feedId).ifPresent(mistake -> {
            throw new SettingException("--feed: " + mistake);
        });
        if (file != null && port != null) {
            throw new SettingException("Give either --report or --listen, not both.");
        }
        PrintWriter out = spec.commandLine().getOut();
        Verification verification = new Verification(
                FeedDefinitions.topic(connection.settings().kafka()),
                IngestClient.from(SendCommand.settings(ingestUrl)),
                Clock.systemUTC(),
                feedId);
        ReportChannel report = open(verification);
        try {
            boolean passes = verification.run(Duration.ofSeconds(timeout), Duration.ofSeconds(embargo), out::println);
            out.println(passes ? "The consumer passes." : "The consumer does not pass.");
            return passes ? 0 : 1;
        } finally {
            report.close();
        }
    }

    private ReportChannel open(Verification verification) {
        if (port != null) {
            return verification.reportFrom(port);
        }
        return file == null ? verification.reportFrom(System.in) : verification.reportFrom(file);
    }
}
