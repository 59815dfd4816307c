package dev.newswire.benchmarks.stream;

import dev.newswire.benchmarks.ingest.ChildProcess;
import dev.newswire.enrich.EnrichService;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.runtime.RunningService;
import dev.newswire.publish.PublishService;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** A stream application in a process of its own. Prints a line when it is ready; ends with its parent. */
final class ServiceChild {
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
            try (PassThrough streams = PassThrough.start(settings)) {
                answers.println("started " + streams);
                awaitEnd();
            }
            return;
        }
        try (RunningService service =
                arguments[0].equals(ENRICH) ? EnrichService.start(settings) : PublishService.start(settings)) {
            while (!service.ready()) {
                TimeUnit.MILLISECONDS.sleep(POLL_MS);
            }
            answers.println("ready at " + service.uri());
            awaitEnd();
        }
    }

    private static void awaitEnd() throws IOException {
        while (System.in.read() >= 0) {
            // Nothing is ever said; only the end counts.
        }
    }
}
