package dev.newswire.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newswire.cli.entities.DefinitionTopic;
import dev.newswire.enrich.entity.EntityCatalogue;
import dev.newswire.platform.config.SettingException;
import dev.newswire.schema.EntityDefinition;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "remove",
        description = {
            "Take definitions back. A shipped entity of the same id is as shipped again.",
            "To take a shipped entity out of use: newswire entities add --id ID --disable"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  newswire entities remove nw:brackwater-dynamics"},
        mixinStandardHelpOptions = true)
final class RemoveEntitiesCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", arity = "1..*", description = "Ids of definitions.")
    private List<String> ids = List.of();

    @Mixin
    private Connection connection = new Connection();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        DefinitionTopic topic = new DefinitionTopic(connection.settings().kafka());
        Map<String, EntityDefinition> defined = topic.read();
        for (String id : ids) {
            if (!defined.containsKey(id)) {
                throw new SettingException("Nothing is defined under " + id + ", so nothing was removed.");
            }
        }
        topic.remove(ids);
        report(defined);
        return 0;
    }

    private void report(Map<String, EntityDefinition> defined) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ObjectNode root = JsonNodeFactory.instance.objectNode();
            ids.forEach(root.putArray("removed")::add);
            out.println(root);
            return;
        }
        EntityCatalogue catalogue = EntityCatalogue.load();
        for (String id : ids) {
            String left = catalogue.get(id) == null ? "it is no longer known" : "it is as shipped again";
            out.println("Removed " + id + "  "
                    + Objects.requireNonNull(defined.get(id), id).getName() + ": " + left + ".");
        }
        out.println(EntitiesCommand.NEXT);
        out.println("  newswire re-enrich --dry-run" + (ids.size() == 1 ? " --entity " + ids.get(0) : ""));
    }
}
