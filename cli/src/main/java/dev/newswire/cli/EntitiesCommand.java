package dev.newswire.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "entities",
        description = {
            "Look after the entities that articles are linked to: those of the shipped tables and your own.",
            "Your own are kept in a topic; every enrich service takes them in within seconds."
        },
        subcommands = {
            AddEntitiesCommand.class,
            FindEntitiesCommand.class,
            ShowEntityCommand.class,
            RemoveEntitiesCommand.class
        },
        mixinStandardHelpOptions = true)
final class EntitiesCommand implements Runnable {
    static final String NEXT = "Articles that come from now on are read so, within seconds. For those that are there:";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
