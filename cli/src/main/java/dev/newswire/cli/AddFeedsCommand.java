package dev.newswire.cli;

import dev.newswire.cli.entities.DefinitionTopic;
import dev.newswire.cli.entities.KnownEntities;
import dev.newswire.cli.feeds.EntityNames;
import dev.newswire.cli.feeds.FeedDefinitions;
import dev.newswire.platform.config.SettingException;
import dev.newswire.schema.FeedDefinition;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "add",
        description = {
            "Define feeds, or define them anew, from files in YAML or JSON; all of them or, if one must be mended,"
                    + " none.",
            "A feed is filled from the articles that are there."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  newswire feeds add docs/examples/feeds.yaml"},
        mixinStandardHelpOptions = true)
final class AddFeedsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "One definition, or a list under \"feeds:\".")
    private List<Path> files = List.of();

    @Mixin
    private Connection connection = new Connection();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        Map<String, @Nullable FeedDefinition> given = new LinkedHashMap<>();
        for (Path file : files) {
            for (FeedDefinition definition : FeedDefinitions.read(file)) {
                if (given.put(definition.getFeedId(), definition) != null) {
                    throw new SettingException(file + ": " + definition.getFeedId() + " is defined twice.");
                }
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        Map<String, Object> kafka = connection.settings().kafka();
        resolve(given, kafka).forEach(note -> out.println("  " + note));
        FeedDefinitions.topic(kafka).write(given);
        given.keySet()
                .forEach(feedId -> out.println("Defined " + feedId + ": it is being filled, see /feeds/" + feedId));
        return 0;
    }

    /** Loads the tables of names only where there are names. */
    private static List<String> resolve(Map<String, @Nullable FeedDefinition> given, Map<String, Object> kafka) {
        boolean named =
                given.values().stream().anyMatch(definition -> definition != null && EntityNames.areIn(definition));
        if (!named) {
            return List.of();
        }
        EntityNames names = new EntityNames(KnownEntities.of(new DefinitionTopic(kafka).read()));
        given.replaceAll((feedId, definition) -> definition == null ? null : names.resolve(definition));
        return names.notes();
    }
}
