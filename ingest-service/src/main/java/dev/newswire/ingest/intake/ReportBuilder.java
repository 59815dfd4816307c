package dev.newswire.ingest.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts everything and remembers the first results of either kind. */
final class ReportBuilder {

    private static final int RESULTS_OF_A_KIND = 1_000;

    private final List<ItemResult> results = new ArrayList<>();
    private long accepted;
    private long rejected;

    void add(ItemResult result) {
        long before = result instanceof ItemResult.Accepted ? accepted++ : rejected++;
        if (before < RESULTS_OF_A_KIND) {
            results.add(result);
        }
    }

    Report build() {
        List<ItemResult> sorted = new ArrayList<>(results);
        sorted.sort(Comparator.comparingInt(result -> result.place().item()));
        return new Report(accepted, rejected, List.copyOf(sorted), accepted + rejected - sorted.size());
    }
}
