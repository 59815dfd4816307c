package dev.newswire.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "dlq",
        description = {
            "Look after dead letters: what could not be read or processed, kept as it came, with the reason.",
            "A letter is named by where it stands: topic/partition/offset, as `newswire dlq list` shows it."
        },
        subcommands = {
            ListLettersCommand.class,
            ShowLetterCommand.class,
            RedriveLettersCommand.class,
            ParkLettersCommand.class
        },
        mixinStandardHelpOptions = true)
final class DlqCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
