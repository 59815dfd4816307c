package dev.newswire.cli;

import dev.newswire.cli.client.IngestClient;
import dev.newswire.cli.client.SendResult;
import dev.newswire.platform.config.SettingException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "retract",
        description = "Withdraw an article: it leaves every feed, and its text leaves the topics.",
        mixinStandardHelpOptions = true)
final class RetractCommand implements Callable<Integer> {
    private static final Pattern ARTICLE_ID = Pattern.compile("[0-9A-HJKMNP-TV-Z]{26}");

    enum Reason {
        PUBLISHER,
        LEGAL,
        ERROR
    }

    @Parameters(paramLabel = "ID", description = "Article id: 26 characters, as in feeds and on the page.")
    private String articleId = "";

    @Option(
            names = "--reason",
            defaultValue = "publisher",
            description = "publisher, legal or error (default: publisher).")
    private Reason reason = Reason.PUBLISHER;

    @Option(
            names = "--ingest-url",
            paramLabel = "URL",
            description = "Ingest service; also NEWSWIRE_INGEST_URL (default: http://127.0.0.1:8082).")
    private @Nullable String ingestUrl;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        String id = articleId.toUpperCase(Locale.ROOT);
        if (!ARTICLE_ID.matcher(id).matches()) {
            throw new SettingException(
                    "\"" + articleId + "\" is not an article id: 26 characters of 0-9 and A-Z without"
                            + " I, L, O, U. Feeds and the page show it.");
        }
        SendResult result = IngestClient.from(SendCommand.settings(ingestUrl))
                .retract(id, reason.name().toLowerCase(Locale.ROOT));
        PrintWriter out = spec.commandLine().getOut();
        result.errors().forEach(out::println);
        if (result.rejected() == 0) {
            out.println("Withdrawn: " + id);
        }
        return result.rejected() == 0 ? 0 : 1;
    }
}
