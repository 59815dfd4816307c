package dev.newswire.cli;

import dev.newswire.cli.entities.DefinitionTopic;
import dev.newswire.cli.entities.EntityReport;
import dev.newswire.cli.entities.KnownEntities;
import dev.newswire.cli.entities.KnownEntity;
import dev.newswire.platform.config.SettingException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description = "Show an entity with its origin and every spelling under which it is found.",
        footerHeading = "%nExamples:%n",
        footer = {"  newswire entities show Q7184", "  newswire entities show nw:brackwater-dynamics --json"},
        mixinStandardHelpOptions = true)
final class ShowEntityCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "Entity id; `newswire entities find` tells it.")
    private String id = "";

    @Mixin
    private Connection connection = new Connection();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        KnownEntity entity = KnownEntities.of(
                        new DefinitionTopic(connection.settings().kafka()).read())
                .get(id)
                .orElseThrow(() -> new SettingException(
                        "There is no entity " + id + ". Search by name with `newswire entities find`."));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(EntityReport.json(List.of(entity)));
        } else {
            EntityReport.print(entity, out);
        }
        return 0;
    }
}
