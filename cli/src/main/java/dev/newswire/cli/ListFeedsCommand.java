package dev.newswire.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.newswire.cli.feeds.FeedDefinitions;
import dev.newswire.publish.feed.definition.DefinitionFields;
import dev.newswire.schema.FeedDefinition;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "list", description = "List the definitions of feeds.", mixinStandardHelpOptions = true)
final class ListFeedsCommand implements Callable<Integer> {
    @Mixin
    private Connection connection = new Connection();

    @Option(names = "--json", description = "Print the definitions as one JSON list: `feeds add` takes it back.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Collection<FeedDefinition> definitions =
                FeedDefinitions.topic(connection.settings().kafka()).read().values();
        if (json) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            definitions.forEach(definition -> list.add(DefinitionFields.write(definition)));
            out.println(list);
            return 0;
        }
        if (definitions.isEmpty()) {
            out.println("No feed is defined. Define one with `newswire feeds add FILE`.");
        }
        for (FeedDefinition definition : definitions) {
            out.println(String.format(Locale.ROOT, "%-32s %s", definition.getFeedId(), definition.getTitle()));
        }
        return 0;
    }
}
