package dev.newswire.benchmarks.extraction;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/**
 * Pages a second by one thread.
 *
 * @param byCpu of the thread's own time
 * @param byWall of the time that passed
 */
record Pace(double byCpu, double byWall) {

    private static final double NANOS = 1e9;

    /** Measures so many rounds over the pages and takes the fastest, so that the first ones are there to warm up. */
    static Pace of(Extractor extractor, List<GoldPage> pages, int rounds) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double byCpu = 0;
        double byWall = 0;
        for (int round = 0; round < rounds; round++) {
            long cpu = threads.getCurrentThreadCpuTime();
            long wall = System.nanoTime();
            pages.forEach(page -> extractor.extract(page.html(), page.url()));
            byCpu = Math.max(byCpu, pages.size() * NANOS / (threads.getCurrentThreadCpuTime() - cpu));
            byWall = Math.max(byWall, pages.size() * NANOS / (System.nanoTime() - wall));
        }
        return new Pace(byCpu, byWall);
    }
}
