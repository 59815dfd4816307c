package dev.newswire.cli.backfill;

import dev.newswire.ingest.backfill.Pace;
import dev.newswire.ingest.backfill.Progress;
import dev.newswire.ingest.backfill.Tally;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Prints a line every five seconds. */
public final class ProgressLine implements Progress {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final double NANOS = 1e9;

    private final Pace pace;
    private final PrintWriter out;
    private long toldAt = System.nanoTime();
    private long toldAccepted;

    /** Tells also what the pace waits for. */
    public ProgressLine(Pace pace, PrintWriter out) {
        this.pace = pace;
        this.out = out;
    }

    @Override
    public void at(Path file, long offset, long size, Tally tally) {
        long now = System.nanoTime();
        if (now - toldAt < EVERY.toNanos()) {
            return;
        }
        double rate = (tally.accepted() - toldAccepted) * NANOS / (now - toldAt);
        toldAt = now;
        toldAccepted = tally.accepted();
        out.println(line(file, size == 0 ? 100 : 100 * offset / size, rate, tally));
        out.flush();
    }

    @Override
    public void skipped(Path file) {
        out.println(file.getFileName() + ": done in an earlier run");
    }

    private String line(Path file, long percent, double rate, Tally tally) {
        String waiting = pace.reason().isEmpty() ? "" : "; waiting: " + pace.reason();
        return String.format(
                Locale.ROOT,
                "%s %d %%: %,d records, %,d articles (%.0f/s), %,d rejected, %,d skipped, %,d damaged%s",
                file.getFileName(),
                percent,
                tally.records(),
                tally.accepted(),
                rate,
                BackfillReport.sum(tally.rejected()),
                BackfillReport.sum(tally.skipped()),
                tally.damaged(),
                waiting);
    }
}
