package dev.newswire.benchmarks.extraction;

import dev.newswire.ingest.page.BlockModel;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * How trees fare on pages that they were not trained on: the pages fall into as many parts, by a hash of their ids, and the
 * pages of each are read by trees trained on all other parts.
 */
final class CrossValidation {

    private final List<GoldPage> pages;
    private final List<BlockCases> cases;
    private final int folds;

    CrossValidation(List<GoldPage> pages, int folds) {
        this.pages = pages;
        this.cases = BlockCases.all(pages);
        this.folds = folds;
    }

    /** The scores of all pages, each once; tells of each part when it is done. */
    List<PageScore> run(BlockTraining training, PrintWriter progress) {
        List<PageScore> scores = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            List<BlockCases> others = new ArrayList<>();
            for (int i = 0; i < cases.size(); i++) {
                if (part(pages.get(i)) != fold) {
                    others.add(cases.get(i));
                }
            }
            Extractor extractor = new NewswireExtractor(new BlockModel(training.train(others)));
            for (GoldPage page : pages) {
                if (part(page) == fold) {
                    scores.add(PageScore.of(page, extractor.extract(page.html(), page.url())));
                }
            }
            progress.println("part " + (fold + 1) + " of " + folds + ": trained on " + others.size() + " pages");
            progress.flush();
        }
        return scores;
    }

    private int part(GoldPage page) {
        return Math.floorMod(page.id().hashCode(), folds);
    }
}
