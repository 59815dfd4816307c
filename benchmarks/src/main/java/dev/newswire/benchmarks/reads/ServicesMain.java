package dev.newswire.benchmarks.reads;

import dev.newswire.benchmarks.ingest.ChildProcess;
import dev.newswire.enrich.EnrichService;
import dev.newswire.ingest.IngestService;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.runtime.RunningService;
import dev.newswire.publish.PublishService;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Services in a process of their own. Prints the URL of each when it is ready, then for each line that it is sent the
 * bytes of its heap that are in use after a collection and the number of its threads; ends with its parent.
 */
final class ServicesMain {
    private static final long POLL_MS = 20;

    private ServicesMain() {}

    /** @param arguments folder for state, then names of services; other settings come from the environment */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream answers = ChildProcess.answers();
        List<RunningService> services = new ArrayList<>();
        for (String name : List.of(arguments).subList(1, arguments.length)) {
            Settings settings = Settings.of(System.getenv())
                    .with(Map.of(
                            "NEWSWIRE_HTTP_PORT",
                            "0",
                            "NEWSWIRE_STATE_DIR",
                            Path.of(arguments[0], name).toString()));
            RunningService service = start(name, settings);
            services.add(service);
            while (!service.ready()) {
                TimeUnit.MILLISECONDS.sleep(POLL_MS);
            }
            answers.println(service.uri());
        }
        for (int read = System.in.read(); read >= 0; read = System.in.read()) {
            System.gc();
            answers.println(
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() + " "
                            + ManagementFactory.getThreadMXBean().getThreadCount());
        }
        services.forEach(RunningService::close);
    }

    private static RunningService start(String name, Settings settings) {
        return switch (name) {
            case "ingest" -> IngestService.start(settings);
            case "enrich" -> EnrichService.start(settings);
            case "publish" -> PublishService.start(settings);
            default -> throw new IllegalArgumentException("no service of the name " + name);
        };
    }
}
