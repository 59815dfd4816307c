package dev.newswire.benchmarks.stream;

import dev.newswire.benchmarks.Figures;
import dev.newswire.benchmarks.ingest.ChildProcess;
import java.util.ArrayList;
import java.util.List;

/** An application at work: its processes, how far it has come, and what that cost. */
public final class Stage {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MICRO = 1e3;

    /** A moment: records done, and the processor time of all of the application's processes till then. */
    private record Moment(long nanos, long done, long processorNanos) {}

    private final String name;
    private final List<ChildProcess> processes;
    private final GroupWatch watch;
    private final int articles;
    private final List<Moment> moments = new ArrayList<>();

    /**
     * @param watch counts records of the application's source
     * @param articles that these records are in the end: the source of the later ones holds marks of transactions too
     */
    Stage(String name, List<ChildProcess> processes, GroupWatch watch, int articles) {
        this.name = name;
        this.articles = articles;
        this.processes = processes;
        this.watch = watch;
    }

    /** @throws java.io.IOException if a process has ended, with the end of its log */
    void look() throws Exception {
        for (ChildProcess process : processes) {
            if (!process.isAlive()) {
                process.readLine();
            }
        }
        watch.look();
        moments.add(new Moment(watch.movedAt(), watch.done(), processorNanos()));
    }

    long done() {
        return watch.done();
    }

    boolean stillFor(long nanos) {
        return System.nanoTime() - watch.movedAt() > nanos;
    }

    /** One line for the terminal. */
    String progress() {
        return name + " " + done();
    }

    /** Articles a second, from the first seen done to the last thing done. */
    double perSecond() {
        Moment first = first();
        Moment last = last();
        return articles(first, last) * NANOS_PER_SECOND / (last.nanos - first.nanos);
    }

    /** Processor time for an article, microseconds, all of the application's processes together. */
    double processorMicros() {
        return micros(first(), last());
    }

    /** Adds rate, cost and how the cost of a record changed from tenth to tenth. */
    void addTo(Figures figures) {
        figures.put(name + "_per_second", perSecond());
        figures.put(name + "_cpu_micros", processorMicros());
        Figures tenths = new Figures();
        for (int tenth = 1; tenth <= 10; tenth++) {
            tenths.put("to_" + tenth * 10 + "_percent", micros(at((tenth - 1) / 10.0), at(tenth / 10.0)));
        }
        figures.put(name + "_cpu_micros_by_tenths", tenths);
        for (int i = 0; processes.size() > 1 && i < processes.size(); i++) {
            long nanos = processes.get(i).processorTime().toNanos();
            figures.put(name + "_" + i + "_cpu_share", (double) nanos / processorNanos());
        }
        Figures topics = new Figures();
        watch.records().forEach((topic, records) -> topics.put(topic, records / (double) articles));
        figures.put(name + "_records_per_article", topics);
    }

    private Moment first() {
        return moments.stream()
                .filter(moment -> moment.done > 0)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " has done nothing"));
    }

    private Moment at(double share) {
        return moments.stream()
                .filter(moment -> moment.done > 0 && moment.done >= share * last().done)
                .findFirst()
                .orElse(last());
    }

    private Moment last() {
        return moments.get(moments.size() - 1);
    }

    private double articles(Moment from, Moment to) {
        return articles * (double) (to.done - from.done) / last().done;
    }

    private double micros(Moment from, Moment to) {
        return (to.processorNanos - from.processorNanos) / NANOS_PER_MICRO / articles(from, to);
    }

    private long processorNanos() {
        return processes.stream()
                .mapToLong(process -> process.processorTime().toNanos())
                .sum();
    }
}
