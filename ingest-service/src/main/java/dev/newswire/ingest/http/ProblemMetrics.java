package dev.newswire.ingest.http;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts the requests that were answered with a problem, by its status. A body that is refused at the door (a bomb, a
 * coding that is damaged, a body that broke off) stands nowhere else: its sender was told, and still has it. Safe for use
 * by several threads.
 */
final class ProblemMetrics {

    private static final String NAME = "newswire.ingest.problems.answered";

    private final MeterRegistry registry;

    ProblemMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (Status status : Status.values()) {
            if (status != Status.ACCEPTED) {
                answered(status, 0);
            }
        }
    }

    /** Counts one. */
    void answered(Problem problem) {
        answered(problem.status(), 1);
    }

    private void answered(Status status, int times) {
        registry.counter(NAME, "status", Integer.toString(status.code())).increment(times);
    }
}
