package dev.newswire.cli;

import dev.newswire.platform.config.SettingException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry of the command line. */
@Command(
        name = "newswire",
        description = "An event-driven news pipeline on Apache Kafka.",
        subcommands = {
            LocalCommand.class,
            SendCommand.class,
            BackfillCommand.class,
            RetractCommand.class,
            AuditCommand.class,
            DlqCommand.class,
            LagCommand.class,
            DoctorCommand.class,
            AclsCommand.class,
            FeedsCommand.class,
            FeedCommand.class,
            EntitiesCommand.class,
            ReEnrichCommand.class,
            SourcesCommand.class,
            TopicsCommand.class,
            TokenCommand.class,
            VerifyConsumerCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = NewswireMain.Version.class)
public final class NewswireMain implements Runnable {
    private static final int FAILED = 1;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Runs a command and exits with its code: 0 done, 1 failed, 2 wrong usage or settings. */
    public static void main(String[] arguments) {
        quiet();
        System.exit(commandLine().execute(arguments));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** The command line, for programs that run commands within themselves. */
    public static CommandLine commandLine() {
        return new CommandLine(new NewswireMain())
                .setOut(utf8(FileDescriptor.out))
                .setErr(utf8(FileDescriptor.err))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command));
    }

    /** Logs go to a file or nowhere: the console belongs to the command. Takes effect before the first logger. */
    private static void quiet() {
        if (System.getProperty("log4j2.configurationFile") == null) {
            System.setProperty("log4j2.configurationFile", "log4j2-cli.xml");
        }
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }

    private static int explain(Exception failure, CommandLine command) {
        PrintWriter err = command.getErr();
        if (failure instanceof SettingException) {
            err.println(failure.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        err.println("newswire: " + sentence(failure));
        return FAILED;
    }

    private static String sentence(Throwable failure) {
        if (failure instanceof KafkaException && failure.getMessage() != null) {
            return "Kafka says: " + failure.getMessage();
        }
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
        return deepest == failure ? message : failure.getMessage() + ": " + message;
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = NewswireMain.class.getPackage().getImplementationVersion();
            return new String[] {"newswire " + (version == null ? "(not packaged)" : version)};
        }
    }
}
