package dev.newswire.cli;

import dev.newswire.cli.client.IngestClient;
import dev.newswire.cli.send.GaveUpException;
import dev.newswire.cli.send.SendOptions;
import dev.newswire.cli.send.Sending;
import dev.newswire.cli.send.Tally;
import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.topic.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "send",
        description =
                "Send files to a running pipeline: scraped pages, HTML, RSS, Atom, JSON, NDJSON; the type is found"
                        + " out by content, gzip and zstd are unpacked.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything was accepted",
            "1:some articles were rejected, or some files could not be read",
            "2:wrong usage, settings or token",
            "3:the service stayed away; --resume goes on where it was"
        })
final class SendCommand implements Callable<Integer> {
    private static final int REJECTED = 1;
    private static final int GAVE_UP = 3;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "What to send: files, folders (every file in them), - for standard input.")
    private List<Path> files = List.of();

    @Option(
            names = "--ingest-url",
            paramLabel = "URL",
            description = "Ingest service; also NEWSWIRE_INGEST_URL (default: http://127.0.0.1:8082).")
    private @Nullable String ingestUrl;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File whose first line is the bearer token that the service asks for; also"
                    + " NEWSWIRE_INGEST_TOKEN (the token itself).")
    private @Nullable Path tokenFile;

    @Option(names = "--source", paramLabel = "ID", description = "Source of articles that name none themselves.")
    private @Nullable String source;

    @Option(names = "--url", paramLabel = "URL", description = "Where a page was found.")
    private @Nullable String url;

    @Option(
            names = "--fetched-at",
            paramLabel = "INSTANT",
            description = "What relative times count from, such as 2026-01-31T12:00:00Z (default: the file's time).")
    private @Nullable Instant fetchedAt;

    @Option(
            names = "--content-type",
            paramLabel = "TYPE",
            description = "Type of every input, such as application/x-ndjson (default: by content).")
    private @Nullable String contentType;

    @Option(
            names = "--resume",
            description = "Go on where an earlier run was acknowledged; for files of NDJSON that have not changed.")
    private boolean resume;

    @Option(
            names = "--state",
            paramLabel = "FOLDER",
            description = "Where it is remembered what was acknowledged (default: ~/.local/state/newswire/send).")
    private @Nullable Path state;

    @Option(
            names = "--give-up-after",
            paramLabel = "DURATION",
            defaultValue = "PT10M",
            description = "How long to wait for a service that is away or busy (default: PT10M).")
    private Duration patience = Duration.ofMinutes(10);

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Sending sending = Sending.to(IngestClient.from(settings(ingestUrl, tokenFile)), options(), err);
        long begin = System.nanoTime();
        try {
            Tally tally = sending.send(files);
            show(tally, begin);
            return tally.rejected() == 0 && tally.unread() == 0 ? 0 : REJECTED;
        } catch (GaveUpException e) {
            show(sending.soFar(), begin);
            err.println("newswire: " + e.getMessage());
            return GAVE_UP;
        }
    }

    private SendOptions options() {
        Path folder = state == null ? Sending.standardStateFolder(System.getenv()) : state;
        return new SendOptions(source, url, fetchedAt, contentType, resume, folder, patience);
    }

    private void show(Tally tally, long begin) {
        PrintWriter out = spec.commandLine().getOut();
        double seconds = (System.nanoTime() - begin) / 1e9;
        long sent = tally.accepted() + tally.rejected();
        out.println(String.format(
                Locale.ROOT,
                "%,d sent, %,d accepted, %,d rejected in %.1f s",
                sent,
                tally.accepted(),
                tally.rejected(),
                seconds));
        tally.reasons().forEach(reason -> out.println("  " + reason));
        long more = tally.rejected() + tally.unread() - tally.reasons().size();
        if (more > 0) {
            out.println("  and " + more + " more");
        }
        if (tally.unread() > 0) {
            out.println(
                    tally.unread() == 1
                            ? "One input could not be read to its end."
                            : tally.unread() + " inputs could not be read to their end.");
        }
        if (tally.rejected() > 0) {
            out.println(
                    "What was rejected stands, with its reason in the headers, in " + Topics.INGEST_DLQ.name() + ".");
        }
        out.flush();
    }

    static Settings settings(@Nullable String ingestUrl) {
        return settings(ingestUrl, null);
    }

    static Settings settings(@Nullable String ingestUrl, @Nullable Path tokenFile) {
        Map<String, String> values = new HashMap<>(System.getenv());
        if (ingestUrl != null) {
            values.put("NEWSWIRE_INGEST_URL", ingestUrl);
        }
        if (tokenFile != null) {
            values.put("NEWSWIRE_INGEST_TOKEN", token(tokenFile));
        }
        return Settings.of(values);
    }

    private static String token(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("").strip();
        } catch (IOException e) {
            throw new SettingException("The token file " + file + " cannot be read.");
        }
    }
}
