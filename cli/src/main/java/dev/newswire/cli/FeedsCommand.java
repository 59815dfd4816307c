package dev.newswire.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newswire.cli.client.FeedClient;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "feeds",
        description = {
            "List the feeds of a running pipeline; with a command, look after the feeds that you define.",
            "Definitions are kept in a topic; every publish service takes them in within seconds."
        },
        subcommands = {
            AddFeedsCommand.class,
            ListFeedsCommand.class,
            ShowFeedCommand.class,
            RemoveFeedsCommand.class,
            TestFeedCommand.class
        },
        mixinStandardHelpOptions = true)
final class FeedsCommand implements Callable<Integer> {
    static final String DEFAULT_URL = "${env:NEWSWIRE_PUBLIC_URL:-http://127.0.0.1:8080}";

    @Option(
            names = "--url",
            defaultValue = DEFAULT_URL,
            description = "Publish service; also NEWSWIRE_PUBLIC_URL (default: http://127.0.0.1:8080).")
    private String url = "";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        JsonNode feeds = new FeedClient(url).feeds();
        for (JsonNode feed : feeds.isArray() ? feeds : feeds.path("feeds")) {
            out.println(String.format(
                    Locale.ROOT,
                    "%-40s %6d  %s",
                    feed.path("id").asText(),
                    feed.path("size").asInt(),
                    feed.path("title").asText()));
        }
        return 0;
    }
}
