package dev.newswire.ingest.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts everything and remembers the results that the sender wants to see. */
final class ReportBuilder {

    private static final int IN_FULL = 1_000;

    private final ResultSelection selection;
    private final List<ItemResult> results = new ArrayList<>();
    private long accepted;
    private long rejected;

    ReportBuilder(ResultSelection selection) {
        this.selection = selection;
    }

    void add(ItemResult result) {
        if (result instanceof ItemResult.Accepted item) {
            long before = accepted++;
            if (before < selection.accepted()) {
                results.add(before < IN_FULL ? item : item.inShort());
            }
            return;
        }
        long before = rejected++;
        if (before < selection.rejected()) {
            results.add(result);
        }
    }

    Report build() {
        List<ItemResult> sorted = new ArrayList<>(results);
        sorted.sort(Comparator.comparingInt(result -> result.place().item()));
        return new Report(accepted, rejected, List.copyOf(sorted), accepted + rejected - sorted.size());
    }
}
