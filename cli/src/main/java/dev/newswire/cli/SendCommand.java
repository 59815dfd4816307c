package dev.newswire.cli;

import dev.newswire.cli.client.IngestClient;
import dev.newswire.cli.client.SendResult;
import dev.newswire.platform.config.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                        + " out by content.",
        mixinStandardHelpOptions = true)
final class SendCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "What to send.")
    private List<Path> files = List.of();

    @Option(
            names = "--ingest-url",
            paramLabel = "URL",
            description = "Ingest service; also NEWSWIRE_INGEST_URL (default: http://127.0.0.1:8082).")
    private @Nullable String ingestUrl;

    @Option(names = "--source", paramLabel = "ID", description = "Source of articles that name none themselves.")
    private @Nullable String source;

    @Option(
            names = "--fetched-at",
            paramLabel = "INSTANT",
            description = "What relative times count from, such as 2026-01-31T12:00:00Z (default: the file's time).")
    private @Nullable Instant fetchedAt;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        IngestClient client = IngestClient.from(settings(ingestUrl));
        SendResult total = new SendResult(0, 0, List.of());
        for (Path file : files) {
            SendResult result = client.send(file, Optional.ofNullable(source), Optional.ofNullable(fetchedAt));
            out.println(file + ": " + result.accepted() + " accepted, " + result.rejected() + " rejected");
            result.errors().forEach(error -> out.println("  " + error));
            total = total.plus(result);
        }
        return total.rejected() == 0 ? 0 : 1;
    }

    static Settings settings(@Nullable String ingestUrl) {
        Map<String, String> values = new HashMap<>(System.getenv());
        if (ingestUrl != null) {
            values.put("NEWSWIRE_INGEST_URL", ingestUrl);
        }
        return Settings.of(values);
    }
}
