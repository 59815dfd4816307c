package dev.newswire.cli;

import dev.newswire.cli.dlq.Parking;
import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.serde.AvroTopicSerdes;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "park",
        description = {
            "Put dead letters out of the way: they are copied to news.dlq.parked.v1, where they stay for 180 days, and"
                    + " no longer listed or sent again.",
            "With --undo they are back where they were."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  newswire dlq park --reason 'not an article' --note 'front pages of nhk, wait for their new feed'",
            "  newswire dlq list --parked",
            "  newswire dlq park --undo news.ingest.dlq.v1/0/4"
        },
        mixinStandardHelpOptions = true)
final class ParkLettersCommand implements Callable<Integer> {
    @Parameters(paramLabel = "LETTER", arity = "0..*", description = "Single letters: topic/partition/offset.")
    private List<String> places = new ArrayList<>();

    @Mixin
    private Connection connection = new Connection();

    @Mixin
    private LetterOptions letters = new LetterOptions();

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "Why, for whoever finds them.")
    private String note = "";

    @Option(names = "--undo", description = "Take single letters back.")
    private boolean undo;

    @Option(names = "--dry-run", description = "Show what would be parked, and park nothing.")
    private boolean dryRun;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        if (places.isEmpty() && (undo || letters.isEmpty())) {
            throw new SettingException("Say which letters: name them, or give a filter such as --reason.");
        }
        if (!undo && !dryRun && note.isBlank()) {
            throw new SettingException("Say why with --note: whoever finds the letters will want to know.");
        }
        Map<String, Object> kafka = connection.settings().kafka();
        Parking parking = new Parking(kafka, AvroTopicSerdes.from(kafka));
        PrintWriter out = spec.commandLine().getOut();
        if (undo) {
            places.forEach(place -> parking.takeBack(LetterOptions.place(place)));
            out.println(places.size() + " taken back");
            return 0;
        }
        AtomicLong parked = new AtomicLong();
        parking.park(letters.topics(places), letters.filter(places), note, dryRun, letter -> {
            parked.incrementAndGet();
            out.println(letter.line());
        });
        out.println(parked + (dryRun ? " would be parked" : " parked"));
        out.flush();
        return 0;
    }
}
