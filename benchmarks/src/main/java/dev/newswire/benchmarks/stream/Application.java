package dev.newswire.benchmarks.stream;

import dev.newswire.benchmarks.ingest.ChildProcess;
import java.io.IOException;
import java.time.Duration;

/**
 * An application at work in a process of its own.
 *
 * @param name which, as {@link ServiceChild} has them
 * @param process where it runs
 * @param address its URL; empty where it has none
 * @param start time from the start of the process until it was ready
 */
record Application(String name, ChildProcess process, String address, Duration start) implements AutoCloseable {
    private static final double MS_PER_SECOND = 1_000.0;

    double startSeconds() {
        return start.toMillis() / MS_PER_SECOND;
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
