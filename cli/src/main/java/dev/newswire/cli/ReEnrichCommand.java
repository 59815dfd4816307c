package dev.newswire.cli;

import dev.newswire.cli.entities.DefinitionTopic;
import dev.newswire.cli.entities.EntitySpellings;
import dev.newswire.cli.reenrich.ArticleFilter;
import dev.newswire.cli.reenrich.EntityDifference;
import dev.newswire.cli.reenrich.ReEnrichReport;
import dev.newswire.cli.reenrich.ReEnrichRun;
import dev.newswire.cli.reenrich.Throttle;
import dev.newswire.enrich.EnrichTopology;
import dev.newswire.enrich.TableRecogniser;
import dev.newswire.ingest.backfill.Ticker;
import dev.newswire.ingest.kafka.GroupLag;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.EntityDefinition;
import java.io.PrintWriter;
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

@Command(
        name = "re-enrich",
        description = {
            "Have articles that are there read anew, with the tables and definitions as they are now.",
            "What names the same entities as before is not written again. With --dry-run nothing is written at all, and"
                    + " the differences are shown."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  newswire re-enrich --dry-run --entity 'Brackwater Dynamics'",
            "  newswire re-enrich --source reuters --since P7D --articles-per-second 500",
            "  newswire re-enrich"
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:the enrich service has not read everything", "2:wrong usage"},
        mixinStandardHelpOptions = true)
final class ReEnrichCommand implements Callable<Integer> {
    private static final Duration EVERY = Duration.ofSeconds(5);

    @Mixin
    private Connection connection = new Connection();

    @Option(names = "--dry-run", description = "Show what would change, and write nothing.")
    private boolean dryRun;

    @Option(names = "--source", paramLabel = "ID", description = "Articles of these sources only.")
    private List<String> sources = new ArrayList<>();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description =
                    "Articles first received since then only: 2026-01-31T12:00:00Z, or P7D for the last seven days.")
    private @Nullable String since;

    @Option(
            names = "--entity",
            paramLabel = "ID|NAME",
            description = "Articles only that are linked to this entity or have one of its names in their text.")
    private List<String> entities = new ArrayList<>();

    @Option(names = "--all", description = "Also articles that were read by these very rules.")
    private boolean all;

    @Option(
            names = "--articles-per-second",
            paramLabel = "N",
            description = "Most articles; also NEWSWIRE_REENRICH_ARTICLES_PER_SECOND (default: 200).")
    private @Nullable String articlesPerSecond;

    @Option(
            names = "--show",
            paramLabel = "N",
            defaultValue = "200",
            description = "Articles whose differences a dry run shows; all are counted (default: 200).")
    private int show;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long the enrich service may stand still before the run ends (default: 60).")
    private int waitSeconds;

    @Option(names = "--json", description = "Print one JSON object and no progress.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private long toldAt = System.nanoTime();

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = connection.settings();
        if (articlesPerSecond != null) {
            settings = settings.with(Map.of("NEWSWIRE_REENRICH_ARTICLES_PER_SECOND", articlesPerSecond));
        }
        Map<String, Object> kafka = settings.kafka();
        Map<String, EntityDefinition> definitions = new DefinitionTopic(kafka).read();
        TableRecogniser recogniser = new TableRecogniser();
        recogniser.define(definitions.values());
        ArticleFilter filter =
                ArticleFilter.of(sources, Times.instant("--since", since), EntitySpellings.of(entities, definitions));
        try (ReEnrichRun run = new ReEnrichRun(kafka, recogniser, filter, all)) {
            return dryRun ? compare(run, recogniser.rulesVersion()) : send(run, settings, recogniser.rulesVersion());
        }
    }

    private int compare(ReEnrichRun run, String rulesVersion) {
        PrintWriter out = spec.commandLine().getOut();
        List<EntityDifference> kept = new ArrayList<>();
        run.compare(
                difference -> {
                    if (run.tally().changed() > show) {
                        return;
                    }
                    if (json) {
                        kept.add(difference);
                    } else {
                        ReEnrichReport.print(difference, out);
                    }
                },
                () -> tell(run, ""));
        finish(run, rulesVersion, kept);
        return 0;
    }

    private int send(ReEnrichRun run, Settings settings, String rulesVersion) throws InterruptedException {
        int rate = settings.integer("NEWSWIRE_REENRICH_ARTICLES_PER_SECOND", 200, 1, 1_000_000);
        long behind = settings.number("NEWSWIRE_BACKFILL_LIVE_LAG_RECORDS", 500, 0, Long.MAX_VALUE);
        try (GroupLag live = GroupLag.connect(settings.kafka(), Topics.RAW, EnrichTopology.APPLICATION_ID)) {
            Throttle throttle = new Throttle(live, Ticker.SYSTEM, rate, behind);
            run.send(throttle, () -> tell(run, throttle.isWaiting() ? "; waiting for live news" : ""));
        }
        long left = run.awaitReading(
                Ticker.SYSTEM, Duration.ofSeconds(waitSeconds), () -> tell(run, "; waiting for the enrich service"));
        finish(run, rulesVersion, List.of());
        if (left > 0) {
            spec.commandLine()
                    .getErr()
                    .println("The enrich service has not read " + left
                            + " of them: is it running? It will when it is; nothing needs to be sent again.");
        }
        return left > 0 ? 1 : 0;
    }

    private void finish(ReEnrichRun run, String rulesVersion, List<EntityDifference> differences) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(ReEnrichReport.json(run.tally(), dryRun, rulesVersion, differences));
            return;
        }
        ReEnrichReport.print(run.tally(), dryRun, rulesVersion, out);
    }

    private void tell(ReEnrichRun run, String more) {
        if (json || System.nanoTime() - toldAt < EVERY.toNanos()) {
            return;
        }
        toldAt = System.nanoTime();
        PrintWriter err = spec.commandLine().getErr();
        err.println(run.tally().looked() + " articles looked at, " + run.tally().taken()
                + (dryRun ? " compared" : " sent") + more);
        err.flush();
    }
}
