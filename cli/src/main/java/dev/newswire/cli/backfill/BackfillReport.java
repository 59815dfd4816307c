package dev.newswire.cli.backfill;

import dev.newswire.ingest.backfill.Tally;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Prints the account of a backfill. */
public final class BackfillReport {
    private static final int DAMAGES_SHOWN = 20;

    private BackfillReport() {}

    /** Prints what became of every record, and the first damages. */
    public static void print(Tally tally, Duration paused, PrintWriter out) {
        row(out, "records", tally.records());
        row(out, "  pages", tally.pages());
        row(out, "  refused unread", tally.refused());
        row(out, "  skipped", sum(tally.skipped()));
        tally.skipped().forEach((reason, count) -> row(out, "    " + reason, count));
        row(out, "  damaged", tally.damaged());
        row(out, "articles accepted", tally.accepted());
        row(out, "dead letters", sum(tally.rejected()));
        tally.rejected().forEach((rule, count) -> row(out, "    " + rule, count));
        if (!paused.isZero()) {
            out.println("Waited " + paused.toSeconds() + " s for live news.");
        }
        tally.damages().stream().limit(DAMAGES_SHOWN).forEach(damage -> out.println("damaged: " + damage));
        if (tally.damaged() > DAMAGES_SHOWN) {
            out.println("damaged: " + (tally.damaged() - DAMAGES_SHOWN) + " more");
        }
        out.flush();
    }

    static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static void row(PrintWriter out, String name, long count) {
        out.println(String.format(Locale.ROOT, "%-28s %,12d", name, count));
    }
}
