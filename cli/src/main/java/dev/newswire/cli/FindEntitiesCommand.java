package dev.newswire.cli;

import dev.newswire.cli.entities.DefinitionTopic;
import dev.newswire.cli.entities.EntityReport;
import dev.newswire.cli.entities.KnownEntities;
import dev.newswire.cli.entities.KnownEntity;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "find",
        description = "Search the names and aliases of shipped and defined entities; case and accents do not matter.",
        footerHeading = "%nExamples:%n",
        footer = {"  newswire entities find ishiba", "  newswire entities find 'atlantic' --most 50 --json"},
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:something was found", "1:nothing was found"},
        mixinStandardHelpOptions = true)
final class FindEntitiesCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TEXT", description = "Part of a name, or an id.")
    private String text = "";

    @Mixin
    private Connection connection = new Connection();

    @Option(names = "--most", paramLabel = "N", defaultValue = "20", description = "Entities to show (default: 20).")
    private int most;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        KnownEntities known =
                KnownEntities.of(new DefinitionTopic(connection.settings().kafka()).read());
        List<KnownEntity> found = known.find(text, Math.max(0, most));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(EntityReport.json(found));
        } else {
            found.forEach(entity -> out.println(EntityReport.line(entity)));
            if (found.isEmpty()) {
                out.println("No entity has \"" + text + "\" in a name. Define one with `newswire entities add`.");
            }
        }
        return found.isEmpty() ? 1 : 0;
    }
}
