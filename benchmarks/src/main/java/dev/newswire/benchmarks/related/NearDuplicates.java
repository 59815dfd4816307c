package dev.newswire.benchmarks.related;

import dev.newswire.benchmarks.Figures;
import dev.newswire.enrich.EntityRecogniser;
import dev.newswire.enrich.related.Analyser;
import dev.newswire.enrich.related.PairScorer;
import dev.newswire.schema.LinkKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds generated copies among articles and mixtures of their sentences. */
record NearDuplicates(int documents, PairCounts pairs) {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    /** Shorter texts leave nothing to copy. */
    private static final int SHORTEST = 300;

    private static final int COPIES = 3;

    /**
     * @param articles whose texts are copied; short ones are left out
     * @param documents of which every third is the copy of an earlier one
     * @return empty where no text is long enough
     */
    static Optional<NearDuplicates> measure(
            List<LabelledArticle> articles,
            Analyser analyser,
            EntityRecogniser recogniser,
            PairScorer scorer,
            long seed,
            int documents) {
        List<LabelledArticle> sources = articles.stream()
                .filter(article -> article.text().length() >= SHORTEST)
                .toList();
        if (sources.isEmpty()) {
            return Optional.empty();
        }
        int copies = documents / COPIES;
        List<LabelledArticle> all = new ArrayList<>(
                Background.of(sources, documents - copies, FIRST, FIRST.plus(Duration.ofDays(1)), seed));
        CopyMaker maker = new CopyMaker(seed);
        Instant later = FIRST.plus(Duration.ofDays(1));
        for (int i = 0; i < copies; i++) {
            all.add(maker.copy(all.get(i), "copy " + i, later.plusSeconds(i)));
        }
        FoundLinks found = FoundLinks.inMemory(ReadArticle.all(all, analyser, recogniser), scorer);
        return Optional.of(new NearDuplicates(all.size(), count(found.of(Set.of(LinkKind.DUPLICATE)), copies)));
    }

    void put(Figures figures) {
        figures.put("near_duplicate_documents", documents)
                .put("near_duplicate_precision", pairs.precision())
                .put("near_duplicate_recall", pairs.recall())
                .put("near_duplicate_f1", pairs.f1());
    }

    private static PairCounts count(Map<String, Set<String>> links, int copies) {
        long said = links.values().stream().mapToLong(Set::size).sum() / 2;
        long right = 0;
        for (int i = 0; i < copies; i++) {
            right += links.getOrDefault("copy " + i, Set.of()).contains("background " + i) ? 1 : 0;
        }
        return new PairCounts(right, said, copies);
    }
}
