package dev.newswire.benchmarks.fuzz;

import dev.newswire.benchmarks.Figures;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** One run: damages inputs and watches, until the time is up. */
final class Fuzzer {

    private static final Duration TELL_EVERY = Duration.ofSeconds(30);
    private static final long MEBIBYTE = 1 << 20;

    private final PathKind kind;
    private final Random random;
    private final PrintWriter progress;
    private final Pool pool;
    private final List<byte[]> seeds;
    private final Mutator mutator;
    private final Watchdog watchdog;
    private final Findings findings;
    private long items;
    private long slowest;
    private long cpuNanos;
    private long heapAtFirst;
    private long heap;

    Fuzzer(PathKind kind, List<byte[]> seeds, int limit, long seed, Path folder, PrintWriter progress) {
        this.kind = kind;
        this.seeds = seeds;
        this.random = new Random(seed);
        this.progress = progress;
        this.pool = new Pool(seeds);
        this.mutator = new Mutator(kind, limit);
        this.watchdog = new Watchdog(kind.target());
        this.findings = new Findings(folder);
    }

    /**
     * Goes on for so long, and after that until the readers have had so much processor time; or until too many inputs
     * hang.
     */
    Figures run(Duration time, Duration processorTime) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        long tellAt = begin + TELL_EVERY.toNanos();
        for (byte[] input : seeds) {
            one(input);
        }
        while ((System.nanoTime() < end || cpuNanos < processorTime.toNanos()) && !watchdog.isExhausted()) {
            one(mutator.mutate(pool.pick(random), pool.pick(random), random));
            if (System.nanoTime() > tellAt) {
                tell();
                tellAt = System.nanoTime() + TELL_EVERY.toNanos();
            }
        }
        tell();
        watchdog.close();
        return figures((System.nanoTime() - begin) / 1e9);
    }

    boolean hasFindings() {
        return findings.different() > 0;
    }

    private void one(byte[] input) throws IOException, InterruptedException {
        ItemRun run = watchdog.run(input);
        items++;
        cpuNanos += run.cpuNanos();
        slowest = Math.max(slowest, run.cpuNanos());
        if (run.isFinding()) {
            keep(input, run);
            return;
        }
        pool.offer(input, run, random);
        if (pool.isSlow(input, run.cpuNanos())) {
            // The first time may have been compiling or collecting garbage.
            pool.offerSlow(input, Math.min(run.cpuNanos(), watchdog.run(input).cpuNanos()));
        }
    }

    private void keep(byte[] input, ItemRun run) throws IOException, InterruptedException {
        if (!findings.count(run) || run.promise() == null) {
            return;
        }
        byte[] smallest = new Minimiser(watchdog).minimise(input, run.promise());
        Path file = findings.keep(smallest, run.promise());
        progress.println(kind.id() + ": " + run.promise() + ", " + run.detail() + ", " + run.cpuNanos() / 1_000_000
                + " ms, " + smallest.length + " bytes in " + file);
    }

    private void tell() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        heap = runtime.totalMemory() - runtime.freeMemory();
        heapAtFirst = heapAtFirst == 0 ? heap : heapAtFirst;
        progress.println(String.format(
                Locale.ROOT,
                "%s: %,d inputs, %,d ways, %d findings %s, slowest %d ms, heap %d MiB",
                kind.id(),
                items,
                pool.ways(),
                findings.different(),
                findings.byPromise(),
                slowest / 1_000_000,
                heap / MEBIBYTE));
    }

    private Figures figures(double seconds) {
        return new Figures()
                .put("seconds", seconds)
                .put("seeds", seeds.size())
                .put("inputs", items)
                .put("cpu_seconds", cpuNanos / 1e9)
                .put("inputs_per_cpu_second", items / (cpuNanos / 1e9))
                .put("ways", pool.ways())
                .put("findings", findings.different())
                .put("slowest_cpu_ms", slowest / 1e6)
                .put("heap_growth_mib", (heap - heapAtFirst) / MEBIBYTE)
                .put("heap_limit_mib", Runtime.getRuntime().maxMemory() / MEBIBYTE);
    }
}
