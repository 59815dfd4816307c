package dev.newswire.cli;

import dev.newswire.ingest.access.NewToken;
import dev.newswire.platform.config.SettingException;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "token",
        description = {
            "Make a token for a sender of articles.",
            "The token goes to standard error and is kept nowhere; the line for the file that"
                    + " NEWSWIRE_INGEST_TOKENS_FILE names goes to standard output:",
            "  newswire token scraper-1 --source my-paper >> tokens"
        },
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Name of the token, as logs show it.")
    private String name = "";

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            split = ",",
            description = "Source that it may write for; may be repeated (default: every one).")
    private List<String> sources = List.of("*");

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        NewToken made = make();
        PrintWriter err = spec.commandLine().getErr();
        err.println("The token, to be seen this once: give it to the sender as NEWSWIRE_INGEST_TOKEN.");
        err.println(made.token());
        spec.commandLine().getOut().println(made.line());
        return 0;
    }

    private NewToken make() {
        try {
            return NewToken.create(name, sources, new SecureRandom());
        } catch (IllegalArgumentException wrong) {
            throw new SettingException(String.valueOf(wrong.getMessage()));
        }
    }
}
