package dev.newswire.cli;

import dev.newswire.ingest.fetch.FetchSettings;
import dev.newswire.ingest.intake.Outcome;
import dev.newswire.ingest.poll.DryRun;
import dev.newswire.ingest.poll.Source;
import dev.newswire.ingest.poll.SourceList;
import dev.newswire.ingest.poll.SourceListException;
import dev.newswire.ingest.poll.SourceListReader;
import dev.newswire.platform.config.Settings;
import dev.newswire.schema.RawArticle;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "sources",
        description = "Look after the list of feeds, sitemaps and pages that ingest polls.",
        mixinStandardHelpOptions = true)
final class SourcesCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "check",
            description =
                    "Find the mistakes in a list of sources; with --fetch also poll each source once and show what"
                            + " would be sent, without sending it.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {"0:all is well", "1:some source does not do what it should", "2:the file has mistakes"})
    int check(
            @Parameters(paramLabel = "FILE", description = "The list, such as docs/examples/sources.yaml.") Path file,
            @Option(names = "--fetch", description = "Poll each source that is enabled once.") boolean fetch,
            @Option(names = "--only", paramLabel = "ID", description = "Poll these sources only.") List<String> only) {
        PrintWriter out = spec.commandLine().getOut();
        Settings settings = Settings.of(System.getenv());
        SourceList list;
        try {
            list = SourceListReader.read(file, FetchSettings.of(settings), System.getenv());
        } catch (SourceListException e) {
            e.mistakes().forEach(mistake -> out.println(file + ": " + mistake));
            return CommandLine.ExitCode.USAGE;
        }
        out.println(file + ": " + counted(list.sources().size(), "source") + ", no mistakes");
        return fetch ? poll(list, only == null ? List.of() : only, settings, out) : 0;
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static int poll(SourceList list, List<String> only, Settings settings, PrintWriter out) {
        boolean isGood = true;
        try (DryRun dryRun = DryRun.start(list, settings)) {
            for (Source source : list.sources()) {
                if (source.isEnabled() && (only.isEmpty() || only.contains(source.id()))) {
                    DryRun.Report report = dryRun.poll(source);
                    print(source, report, out);
                    isGood &= report.isGood();
                }
            }
        }
        return isGood ? 0 : 1;
    }

    private static void print(Source source, DryRun.Report report, PrintWriter out) {
        long articles = report.outcomes().stream()
                .filter(Outcome.Ready.class::isInstance)
                .count();
        out.println();
        out.println(source.id() + ": " + report.result() + ", " + counted(articles, "article") + " would be sent, "
                + (report.outcomes().size() - articles) + " rejected; next poll after "
                + Duration.ofSeconds(report.pause().toSeconds()).toString().substring(2));
        if (report.error() != null) {
            out.println("  ! " + report.error());
        }
        report.outcomes().forEach(outcome -> print(outcome, out));
        out.flush();
    }

    private static void print(Outcome outcome, PrintWriter out) {
        if (outcome instanceof Outcome.Rejected rejected) {
            out.println("  rejected: " + rejected.refusal().reason());
            return;
        }
        RawArticle article = ((Outcome.Ready) outcome).article();
        out.println("  " + article.getArticleId() + "  " + article.getTitle() + "  ("
                + (article.getPublishedAt() == null ? "no date" : article.getPublishedAt()) + ", "
                + article.getBody().length() + " characters)");
        article.getWarnings().forEach(warning -> out.println("    warning: " + warning));
    }
}
