package dev.newswire.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newswire.cli.client.FeedClient;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "feed", description = "Show a feed, newest first.", mixinStandardHelpOptions = true)
final class FeedCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "Feed id, such as latest, source/nhk or entity/Q7184.")
    private String feedId = "";

    @Option(
            names = "--url",
            defaultValue = FeedsCommand.DEFAULT_URL,
            description = "Publish service; also NEWSWIRE_PUBLIC_URL (default: http://127.0.0.1:8080).")
    private String url = "";

    @Option(names = "--json", description = "Print the JSON Feed itself.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        JsonNode feed = new FeedClient(url).feed(feedId);
        if (json) {
            out.println(feed.toPrettyString());
            return 0;
        }
        out.println(feed.path("title").asText());
        for (JsonNode item : feed.path("items")) {
            String when = item.path("date_published")
                    .asText(item.path("date_modified").asText(""));
            out.println(when + "  " + item.path("title").asText());
            out.println(
                    "    " + item.path("id").asText() + "  " + item.path("url").asText(""));
        }
        return 0;
    }
}
