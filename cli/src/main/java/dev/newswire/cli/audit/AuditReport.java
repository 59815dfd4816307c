package dev.newswire.cli.audit;

import dev.newswire.platform.event.EventOrigin;
import dev.newswire.platform.fate.Ledger;
import dev.newswire.schema.Fate;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Writes a balance as a table by source. */
public final class AuditReport {
    private static final List<Fate> COLUMNS =
            List.of(Fate.PUBLISHED, Fate.UNCHANGED, Fate.STALE, Fate.RETRACTED, Fate.QUARANTINED, Fate.EMBARGOED);
    private static final int MISSING_SHOWN = 20;

    private AuditReport() {}

    /** Prints the table, what is missing, and a last line that says whether the balance holds. */
    public static void print(Ledger.Balance balance, PrintWriter out) {
        int width = balance.events().keySet().stream()
                .mapToInt(String::length)
                .max()
                .orElse(0);
        String first = "%-" + Math.max(width, 12) + "s %9s";
        out.print(String.format(Locale.ROOT, first, "source", "events"));
        COLUMNS.forEach(fate ->
                out.print(String.format(Locale.ROOT, " %11s", fate.name().toLowerCase(Locale.ROOT))));
        out.println();
        for (String source : new TreeSet<>(balance.events().keySet())) {
            row(
                    out,
                    first,
                    source,
                    balance.events().getOrDefault(source, 0L),
                    balance.fates().getOrDefault(source, Map.of()));
        }
        total(balance, first, out);
        missing(balance.missing(), out);
        if (balance.repeated() > 0) {
            out.println(balance.repeated() + " fates were given again: events were processed more than once.");
        }
        if (balance.orphaned() > 0) {
            out.println(balance.orphaned() + " fates belong to events that their topic no longer holds.");
        }
        out.println(
                balance.reconciles()
                        ? "Reconciled: " + balance.total() + " events, " + balance.total() + " fates."
                        : "NOT reconciled: " + balance.missing().size() + " of " + balance.total()
                                + " events have no fate.");
        out.flush();
    }

    private static void row(PrintWriter out, String first, String source, long events, Map<Fate, Long> fates) {
        out.print(String.format(Locale.ROOT, first, source, events));
        COLUMNS.forEach(fate -> out.print(String.format(Locale.ROOT, " %11d", fates.getOrDefault(fate, 0L))));
        out.println();
    }

    private static void total(Ledger.Balance balance, String first, PrintWriter out) {
        out.print(String.format(Locale.ROOT, first, "total", balance.total()));
        COLUMNS.forEach(fate -> out.print(String.format(Locale.ROOT, " %11d", balance.total(fate))));
        out.println();
    }

    private static void missing(List<EventOrigin> missing, PrintWriter out) {
        missing.stream().limit(MISSING_SHOWN).forEach(origin -> out.println("no fate: " + origin));
        if (missing.size() > MISSING_SHOWN) {
            out.println("no fate: " + (missing.size() - MISSING_SHOWN) + " more");
        }
    }
}
