package dev.newswire.cli;

import dev.newswire.cli.feeds.FeedDefinitions;
import dev.newswire.platform.config.SettingException;
import dev.newswire.publish.feed.definition.DefinitionFields;
import dev.newswire.schema.FeedDefinition;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description = "Show the definition of a feed as JSON, as `feeds add` takes it.",
        mixinStandardHelpOptions = true)
final class ShowFeedCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "Id of a definition.")
    private String feedId = "";

    @Mixin
    private Connection connection = new Connection();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        FeedDefinition definition =
                FeedDefinitions.topic(connection.settings().kafka()).read().get(feedId);
        if (definition == null) {
            throw new SettingException("Nothing is defined under " + feedId + ". See `newswire feeds list`.");
        }
        spec.commandLine().getOut().println(DefinitionFields.write(definition).toPrettyString());
        return 0;
    }
}
