package dev.newswire.cli;

import dev.newswire.cli.client.IngestClient;
import dev.newswire.cli.dlq.Decisions;
import dev.newswire.cli.dlq.IngestAgain;
import dev.newswire.cli.dlq.Letter;
import dev.newswire.cli.dlq.LetterReader;
import dev.newswire.cli.dlq.Redrive;
import dev.newswire.cli.dlq.RedriveOptions;
import dev.newswire.cli.dlq.Verdict;
import dev.newswire.ingest.backfill.Ticker;
import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.serde.AvroTopicSerdes;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
        name = "redrive",
        description = {
            "Send dead letters again to where they came from: to their topic with the key, bytes and headers that they"
                    + " had, or, if they came over HTTP or from files, to the ingest service.",
            "What was sent, parked or superseded before is left out, so a run may be stopped and started again."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  newswire dlq redrive --service enrich --reason 'schema 41' --dry-run",
            "  newswire dlq redrive --service enrich --reason 'schema 41' --rate 50",
            "  newswire dlq redrive news.ingest.dlq.v1/0/4 --value mended.json",
            "  newswire dlq redrive --all"
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:some letters could not be sent, or were refused again", "2:wrong usage"},
        mixinStandardHelpOptions = true)
final class RedriveLettersCommand implements Callable<Integer> {
    private static final Duration EVERY = Duration.ofSeconds(5);

    @Parameters(paramLabel = "LETTER", arity = "0..*", description = "Single letters: topic/partition/offset.")
    private List<String> places = new ArrayList<>();

    @Mixin
    private Connection connection = new Connection();

    @Mixin
    private LetterOptions letters = new LetterOptions();

    @Option(names = "--all", description = "All of them: needed where nothing else says which.")
    private boolean all;

    @Option(names = "--dry-run", description = "Show what would be sent, and send nothing.")
    private boolean dryRun;

    @Option(names = "--again", description = "Also letters that were sent, parked or superseded before.")
    private boolean again;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "100",
            description = "Most letters a second (default: 100).")
    private int rate;

    @Option(
            names = "--max-attempts",
            paramLabel = "N",
            defaultValue = "3",
            description = "Leave letters alone that have been sent again so often (default: 3).")
    private int maxAttempts;

    @Option(
            names = "--value",
            paramLabel = "FILE",
            description = "Send these bytes in the place of the letter's own; for one letter.")
    private @Nullable Path value;

    @Option(
            names = "--ingest-url",
            paramLabel = "URL",
            description = "Ingest service; also NEWSWIRE_INGEST_URL (default: http://127.0.0.1:8082).")
    private @Nullable String ingestUrl;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private long toldAt = System.nanoTime();

    @Override
    public Integer call() throws IOException {
        check();
        Settings settings = connection.settings();
        Map<String, Object> kafka = settings.kafka();
        byte[] mended = value == null ? null : Files.readAllBytes(value);
        RedriveOptions options =
                new RedriveOptions(letters.topics(places), letters.filter(places), again, rate, maxAttempts, mended);
        Redrive redrive = new Redrive(new LetterReader(kafka), options, Ticker.SYSTEM);
        AvroTopicSerdes serdes = AvroTopicSerdes.from(kafka);
        if (dryRun) {
            redrive.plan(Decisions.read(kafka, serdes), this::tellPlan);
            return finish(redrive);
        }
        IngestAgain ingest = new IngestAgain(IngestClient.from(SendCommand.settings(ingestUrl)));
        try {
            redrive.run(kafka, serdes, ingest, () -> tell(redrive));
        } catch (IllegalStateException e) {
            finish(redrive);
            throw e;
        }
        return finish(redrive);
    }

    private void check() {
        if (places.isEmpty() && letters.isEmpty() && !all) {
            throw new SettingException("Say which letters: name them, give a filter such as --reason, or --all.");
        }
        if (value != null && places.size() != 1) {
            throw new SettingException("--value mends one letter: name it, as `newswire dlq list` shows it.");
        }
        if (rate < 1 || maxAttempts < 1) {
            throw new SettingException("--rate and --max-attempts take whole numbers from 1.");
        }
    }

    private void tellPlan(Letter letter, Verdict verdict) {
        spec.commandLine()
                .getOut()
                .println(letter.line() + "  -> " + (verdict == Verdict.SENT ? letter.way() : verdict.words()));
    }

    private void tell(Redrive redrive) {
        if (System.nanoTime() - toldAt < EVERY.toNanos()) {
            return;
        }
        toldAt = System.nanoTime();
        PrintWriter err = spec.commandLine().getErr();
        err.println(redrive.tally().getOrDefault(Verdict.SENT, 0L) + " sent again");
        err.flush();
    }

    private int finish(Redrive redrive) {
        PrintWriter out = spec.commandLine().getOut();
        Map<Verdict, Long> tally = redrive.tally();
        if (tally.isEmpty()) {
            out.println("There are no such letters.");
        }
        tally.forEach((verdict, count) -> out.println(
                count + " " + (dryRun && verdict == Verdict.SENT ? "would be sent again" : verdict.words())));
        out.flush();
        return tally.keySet().stream().anyMatch(Verdict::isTrouble) ? 1 : 0;
    }
}
