package dev.newswire.cli;

import dev.newswire.cli.backfill.BackfillReport;
import dev.newswire.cli.backfill.BackfillRun;
import dev.newswire.cli.backfill.ProgressLine;
import dev.newswire.ingest.backfill.Tally;
import dev.newswire.platform.config.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "backfill",
        description = {
            "Carry history into a running pipeline: WARC and ARC archives, damaged ones too, and NDJSON. It has a quota"
                    + " of its own and waits while live news is behind.",
            "A run that is stopped goes on where it was when it is started again. Exit code 1 if something is damaged."
        },
        mixinStandardHelpOptions = true)
final class BackfillCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE|FOLDER", arity = "1..*", description = "What to read.")
    private List<Path> places = List.of();

    @Mixin
    private Connection connection = new Connection();

    @Option(
            names = "--articles-per-second",
            paramLabel = "N",
            description = "Most articles; also NEWSWIRE_BACKFILL_ARTICLES_PER_SECOND (default: 100).")
    private @Nullable String articlesPerSecond;

    @Option(
            names = "--bytes-per-second",
            paramLabel = "N",
            description = "Most bytes of documents; also NEWSWIRE_BACKFILL_BYTES_PER_SECOND (default: 10485760).")
    private @Nullable String bytesPerSecond;

    @Option(
            names = "--live-lag",
            paramLabel = "N",
            description = "Wait while enrich is more live events behind; also NEWSWIRE_BACKFILL_LIVE_LAG_RECORDS"
                    + " (default: 500).")
    private @Nullable String liveLag;

    @Option(names = "--source", paramLabel = "ID", description = "Source of NDJSON articles that name none themselves.")
    private @Nullable String source;

    @Option(
            names = "--fetched-at",
            paramLabel = "INSTANT",
            description = "When articles were fetched that do not tell (default: the file's time).")
    private @Nullable Instant fetchedAt;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            defaultValue = "${sys:newswire.home:-.}/.newswire/backfill.json",
            description = "Where it is noted how far each file is done (default: .newswire/backfill.json).")
    private Path state = Path.of(".newswire/backfill.json");

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (BackfillRun run = BackfillRun.connect(settings(), state, source, fetchedAt)) {
            run.requireBroker();
            ProgressLine progress = new ProgressLine(run.pace(), out);
            Tally tally = run.read(places, progress);
            BackfillReport.print(tally, run.pace().paused(), out);
            return tally.damaged() == 0 ? 0 : 1;
        }
    }

    private Settings settings() {
        Map<String, String> given = new HashMap<>();
        put(given, "NEWSWIRE_BACKFILL_ARTICLES_PER_SECOND", articlesPerSecond);
        put(given, "NEWSWIRE_BACKFILL_BYTES_PER_SECOND", bytesPerSecond);
        put(given, "NEWSWIRE_BACKFILL_LIVE_LAG_RECORDS", liveLag);
        return connection.settings().with(given);
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
