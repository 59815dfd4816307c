package dev.newswire.benchmarks.fuzz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Inputs to start from: the seeds, inputs that went a way none had gone before, and those that took most time for their
 * size. Mutating the last again and again climbs towards what is worse than linear.
 */
final class Pool {

    private static final int MOST_SHAPES = 50_000;
    private static final int MOST_FOUND = 2_000;
    private static final int MOST_SLOW = 30;
    private static final int LEAST_SLOW_BYTES = 256;

    private record Slow(byte[] input, double nanosPerByte) {}

    private final List<byte[]> seeds;
    private final List<byte[]> found = new ArrayList<>();
    private final List<Slow> slow = new ArrayList<>();
    private final Set<String> shapes = new HashSet<>();

    Pool(List<byte[]> seeds) {
        this.seeds = List.copyOf(seeds);
    }

    /** Something to damage; of two, mostly the smaller, since mutations make inputs grow and large ones take time. */
    byte[] pick(Random random) {
        byte[] one = any(random);
        byte[] other = any(random);
        return one.length <= other.length || random.nextInt(5) == 0 ? one : other;
    }

    private byte[] any(Random random) {
        int dice = random.nextInt(100);
        if (dice < 10 && !slow.isEmpty()) {
            return slow.get(random.nextInt(slow.size())).input();
        }
        return dice < 55 && !found.isEmpty()
                ? found.get(random.nextInt(found.size()))
                : seeds.get(random.nextInt(seeds.size()));
    }

    /** Keeps the input if it went a new way. */
    void offer(byte[] input, ItemRun run, Random random) {
        if (shapes.size() >= MOST_SHAPES || !shapes.add(run.shape())) {
            return;
        }
        if (found.size() < MOST_FOUND) {
            found.add(input);
            return;
        }
        found.set(random.nextInt(MOST_FOUND), input);
    }

    /** Whether the time that the input took, once more measured, would make it one of the slowest. */
    boolean isSlow(byte[] input, long cpuNanos) {
        return input.length >= LEAST_SLOW_BYTES
                && (slow.size() < MOST_SLOW
                        || perByte(input, cpuNanos) > slow.get(MOST_SLOW - 1).nanosPerByte());
    }

    /** Keeps the input among the slowest. */
    void offerSlow(byte[] input, long cpuNanos) {
        slow.add(new Slow(input, perByte(input, cpuNanos)));
        slow.sort(Comparator.comparingDouble(Slow::nanosPerByte).reversed());
        if (slow.size() > MOST_SLOW) {
            slow.remove(MOST_SLOW);
        }
    }

    int ways() {
        return shapes.size();
    }

    private static double perByte(byte[] input, long cpuNanos) {
        return (double) cpuNanos / input.length;
    }
}
