package dev.newswire.benchmarks.fuzz;

import org.jspecify.annotations.Nullable;

/**
 * What one input did.
 *
 * @param shape of the outcome: inputs of equal shape went the same way
 * @param promise that was broken, in a word, or null
 * @param detail how, empty where nothing was broken
 * @param cpuNanos processor time
 * @param allocatedBytes in all, most of it garbage by now
 */
record ItemRun(String shape, @Nullable String promise, String detail, long cpuNanos, long allocatedBytes) {

    boolean isFinding() {
        return promise != null;
    }
}
