package dev.newswire.benchmarks.ingest;

import dev.newswire.ingest.IngestService;
import dev.newswire.platform.config.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * The ingest service in a process of its own. Prints its URL when it is ready, then for each line that it is sent the bytes
 * of its heap that are in use after a collection; ends with its parent.
 */
final class IngestMain {
    private static final long POLL_MS = 20;

    private IngestMain() {}

    /** Settings come from the environment. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream answers = ChildProcess.answers();
        try (IngestService service = IngestService.start(Settings.of(System.getenv()))) {
            while (!service.ready()) {
                TimeUnit.MILLISECONDS.sleep(POLL_MS);
            }
            answers.println(service.uri());
            BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            while (questions.readLine() != null) {
                answers.println(heapAfterCollection());
            }
        }
    }

    private static long heapAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
