package dev.newswire.benchmarks.extraction;

import dev.newswire.ingest.page.PageText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jsoup.Jsoup;

/** What a page teaches: a case for each of its blocks of text. */
final class BlockCases {

    /** A page's weight: its text counts 1, everything else together at most this. */
    private static final double MOST_NOISE = 1.5;

    private final List<float[]> features;
    private final double[] labels;
    private final double[] weights;

    private BlockCases(List<float[]> features, double[] labels, double[] weights) {
        this.features = features;
        this.labels = labels;
        this.weights = weights;
    }

    /** Of a page and the text that its readers found on it. */
    static BlockCases of(GoldPage page) {
        PageText text = text(page);
        List<String> gold = WordOverlap.words(page.text() == null ? "" : page.text());
        List<List<String>> blocks =
                text.blocks().stream().map(WordOverlap::words).toList();
        double[] labels = BlockLabels.of(blocks, gold);
        double noise = 0;
        for (int i = 0; i < labels.length; i++) {
            noise += (1 - labels[i]) * blocks.get(i).size();
        }
        double whole = Math.max(1, gold.size());
        double damping = Math.min(1, MOST_NOISE * whole / Math.max(1, noise));
        double[] weights = new double[labels.length];
        for (int i = 0; i < labels.length; i++) {
            double share = labels[i] + (1 - labels[i]) * damping;
            weights[i] = share * blocks.get(i).size() / whole;
        }
        return new BlockCases(List.of(text.features()), labels, weights);
    }

    List<float[]> features() {
        return features;
    }

    DoubleStream labels() {
        return DoubleStream.of(labels);
    }

    DoubleStream weights() {
        return DoubleStream.of(weights);
    }

    /** The cases of these pages, each as {@link #of(GoldPage)}. */
    static List<BlockCases> all(List<GoldPage> pages) {
        List<BlockCases> cases = new ArrayList<>();
        pages.forEach(page -> cases.add(of(page)));
        return cases;
    }

    private static PageText text(GoldPage page) {
        String base = page.url() == null ? "" : page.url();
        try {
            return PageText.of(Jsoup.parse(new ByteArrayInputStream(page.html()), null, base), page.title());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
