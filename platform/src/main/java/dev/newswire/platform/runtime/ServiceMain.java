package dev.newswire.platform.runtime;

import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import java.io.PrintStream;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the main of every service does: help, settings, start, wait for a signal, stop. */
public final class ServiceMain {
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final Logger LOG = LoggerFactory.getLogger(ServiceMain.class);

    private ServiceMain() {}

    /**
     * Runs a service until a signal or a failure ends it, then exits the process: 0 after a signal, 1 after a failure,
     * 2 for a setting or an argument that must be mended.
     *
     * @param usage what {@code --help} prints
     */
    public static void run(String[] arguments, String usage, Function<Settings, RunningService> starter) {
        if (arguments.length > 0) {
            System.exit(answer(arguments, usage, System.out, System.err));
        }
        try {
            RunningService service = starter.apply(Settings.of(System.getenv()));
            Runtime.getRuntime().addShutdownHook(new Thread(service::close, "shutdown"));
            LOG.info("Listening on {}", service.uri());
            service.failure().toCompletableFuture().join();
        } catch (SettingException e) {
            System.err.println(e.getMessage());
            System.exit(USAGE);
        } catch (CompletionException e) {
            LOG.error("Cannot go on", e.getCause());
            System.exit(FAILED);
        }
    }

    private static int answer(String[] arguments, String usage, PrintStream out, PrintStream err) {
        if (arguments.length == 1 && (arguments[0].equals("--help") || arguments[0].equals("-h"))) {
            out.print(usage);
            return 0;
        }
        err.println("Unknown argument \"" + arguments[0] + "\": everything is set by the environment. See --help.");
        return USAGE;
    }
}
