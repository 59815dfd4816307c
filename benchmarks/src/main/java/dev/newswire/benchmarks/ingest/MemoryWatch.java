package dev.newswire.benchmarks.ingest;

import dev.newswire.benchmarks.Figures;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The ingest service's heap after a collection, and its resident memory, while many articles pass. */
final class MemoryWatch {
    private static final int EVERY = 50_000;
    private static final double MEBIBYTE = 1024.0 * 1024;

    private record Reading(long heap, long resident) {}

    private final Rig rig;
    private final Load ingest;
    private final List<Reading> readings = new ArrayList<>();

    MemoryWatch(Rig rig, Load ingest) {
        this.rig = rig;
        this.ingest = ingest;
    }

    /** Sends that many articles and reads the memory after every 50,000. */
    void run(Lines lines, int articles, PrintWriter progress, Figures figures) throws Exception {
        for (int sent = 0; sent < articles; sent += EVERY) {
            ingest.send(lines.next(Math.min(EVERY, articles - sent)));
            Reading reading = read();
            readings.add(reading);
            progress.printf(
                    Locale.ROOT,
                    "%,d articles: heap after collection %.1f MiB, resident %.0f MiB%n",
                    Math.min(articles, sent + EVERY),
                    reading.heap() / MEBIBYTE,
                    reading.resident() / MEBIBYTE);
        }
        addTo(figures.put("memory_articles", articles));
    }

    private Reading read() throws IOException {
        return new Reading(Long.parseLong(rig.ingest().ask()), rig.ingest().residentBytes());
    }

    private void addTo(Figures figures) {
        Reading last = readings.get(readings.size() - 1);
        figures.put("heap_after_first_bytes", readings.get(0).heap())
                .put("heap_after_last_bytes", last.heap())
                .put(
                        "heap_after_most_bytes",
                        readings.stream().mapToLong(Reading::heap).max().orElse(0))
                .put("resident_after_first_bytes", readings.get(0).resident())
                .put("resident_after_last_bytes", last.resident());
    }
}
