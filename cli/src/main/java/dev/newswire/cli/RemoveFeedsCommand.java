package dev.newswire.cli;

import dev.newswire.cli.client.ValueTopic;
import dev.newswire.cli.feeds.FeedDefinitions;
import dev.newswire.platform.config.SettingException;
import dev.newswire.schema.FeedDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "remove",
        description = "Take definitions back: their feeds end, with all their entries.",
        footerHeading = "%nExamples:%n",
        footer = {"  newswire feeds remove defence-japan"},
        mixinStandardHelpOptions = true)
final class RemoveFeedsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", arity = "1..*", description = "Ids of definitions.")
    private List<String> feedIds = List.of();

    @Mixin
    private Connection connection = new Connection();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        ValueTopic<FeedDefinition> topic =
                FeedDefinitions.topic(connection.settings().kafka());
        Map<String, FeedDefinition> defined = topic.read();
        Map<String, @Nullable FeedDefinition> removed = new HashMap<>();
        for (String feedId : feedIds) {
            if (!defined.containsKey(feedId)) {
                throw new SettingException("Nothing is defined under " + feedId + ", so nothing was removed.");
            }
            removed.put(feedId, null);
        }
        topic.write(removed);
        feedIds.forEach(feedId -> spec.commandLine().getOut().println("Removed " + feedId + "."));
        return 0;
    }
}
