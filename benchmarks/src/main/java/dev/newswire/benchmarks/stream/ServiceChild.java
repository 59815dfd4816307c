package dev.newswire.benchmarks.stream;

import dev.newswire.benchmarks.ingest.ChildProcess;
import dev.newswire.enrich.EnrichService;
import dev.newswire.ingest.IngestService;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.runtime.RunningService;
import dev.newswire.publish.PublishService;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** An application in a process of its own. Prints its URL when it is ready; ends with its parent. */
final class ServiceChild {
    static final String INGEST = "ingest";
    static final String ENRICH = "enrich";
    static final String PUBLISH = "publish";
    static final String PASS_THROUGH = "pass-through";

    private static final long POLL_MS = 20;

    private ServiceChild() {}

    /** @param arguments which; its settings come from the environment */
    public static void main(String[] arguments) throws Exception {
        PrintStream answers = ChildProcess.answers();
        Settings settings = Settings.of(System.getenv());
        if (arguments[0].equals(PASS_THROUGH)) {
            PassThrough streams = PassThrough.start(settings);
            answers.println();
            awaitEnd();
            streams.close();
            return;
        }
        try (RunningService service = start(arguments[0], settings)) {
            while (!service.ready()) {
                TimeUnit.MILLISECONDS.sleep(POLL_MS);
            }
            answers.println(service.uri());
            awaitEnd();
        }
    }

    private static RunningService start(String name, Settings settings) {
        return switch (name) {
            case INGEST -> IngestService.start(settings);
            case ENRICH -> EnrichService.start(settings);
            case PUBLISH -> PublishService.start(settings);
            default -> throw new IllegalArgumentException("No application has the name " + name);
        };
    }

    private static void awaitEnd() throws IOException {
        while (System.in.read() >= 0) {
            // Nothing is ever said; only the end counts.
        }
    }
}
