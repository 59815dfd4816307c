package dev.newswire.ingest.page;

import java.util.List;

/**
 * The element that most likely holds the article, by density: the one whose paragraphs hold the most running text that is
 * not links, without what its name or place marks as something else. Paragraphs score for the element around them and half
 * for the one above, as reader views of browsers do.
 */
final class Container {

    private static final int NOISE = NameFlags.COMMENT
            | NameFlags.RELATED
            | NameFlags.SHARE
            | NameFlags.PROMOTION
            | NameFlags.SIDEBAR
            | NameFlags.NAVIGATION
            | NameFlags.FOOTER
            | NameFlags.OVERLAY;
    private static final int NOISE_STRUCTURES =
            PageTree.NAV | PageTree.ASIDE | PageTree.FOOTER | PageTree.FORM | PageTree.HIDDEN;

    /** A wrapper's name may contain any word: one that holds this many long paragraphs is not noise. */
    private static final int PARAGRAPHS_OF_AN_ARTICLE = 5;

    /** Nor is one that holds this share of the page's text. */
    private static final double SHARE_OF_AN_ARTICLE = 0.4;

    /** What the page itself calls its article counts for more. */
    private static final double DECLARED_BONUS = 1.2;

    private static final double WIDENING = 1.2;
    private static final int SHORTEST_PARAGRAPH = 20;

    private final PageTree tree;
    private final boolean[] noise;
    private final double[] masses;
    private final int best;

    private Container(PageTree tree) {
        this.tree = tree;
        this.noise = noise(tree);
        this.masses = new double[tree.size()];
        this.best = find();
    }

    static Container of(PageTree tree) {
        return new Container(tree);
    }

    /** Number of the element; 0, the body, where nothing stands out. */
    int element() {
        return best;
    }

    /** Whether an element stands in, or is, something that is called other than an article. */
    boolean isNoise(int element) {
        return noise[element];
    }

    /** Running text below an element that is not noise. */
    double mass(int element) {
        return masses[element];
    }

    /** Whether the element is small enough for its name to be believed. */
    static boolean isMinor(PageTree tree, int element) {
        return tree.longParagraphs(element) < PARAGRAPHS_OF_AN_ARTICLE
                && tree.text(element) < tree.text(0) * SHARE_OF_AN_ARTICLE;
    }

    private static boolean[] noise(PageTree tree) {
        boolean[] noise = new boolean[tree.size()];
        for (int element = 1; element < noise.length; element++) {
            boolean isNamed = (tree.names(element) & NOISE) != 0 && (tree.structure(element) & PageTree.DECLARED) == 0;
            boolean isMarked = (tree.structure(element) & NOISE_STRUCTURES) != 0;
            noise[element] = noise[tree.parent(element)] || ((isNamed || isMarked) && isMinor(tree, element));
        }
        return noise;
    }

    private int find() {
        double[] scores = new double[tree.size()];
        for (TextBlock block : tree.blocks()) {
            score(block, scores);
        }
        for (int element = masses.length - 1; element > 0; element--) {
            masses[tree.parent(element)] += masses[element];
        }
        int highest = 0;
        for (int element = 0; element < scores.length; element++) {
            boolean isDeclared =
                    (tree.structure(element) & (PageTree.DECLARED | PageTree.ARTICLE | PageTree.MAIN)) != 0;
            scores[element] *= isDeclared ? DECLARED_BONUS : 1;
            highest = scores[element] > scores[highest] ? element : highest;
        }
        return widened(highest);
    }

    private void score(TextBlock block, double[] scores) {
        int element = block.element();
        if (noise[element] || block.weight() < SHORTEST_PARAGRAPH || isHeadingOrItem(block.tag())) {
            return;
        }
        double score = block.weight() * (1 - block.linkDensity());
        int around = block.tag() == TextBlock.Tag.OTHER ? element : Math.max(0, tree.parent(element));
        scores[around] += score;
        if (around > 0) {
            scores[tree.parent(around)] += score / 2;
        }
        masses[element] += score;
    }

    private static boolean isHeadingOrItem(TextBlock.Tag tag) {
        return !List.of(TextBlock.Tag.PARAGRAPH, TextBlock.Tag.PREFORMATTED, TextBlock.Tag.QUOTE, TextBlock.Tag.OTHER)
                .contains(tag);
    }

    /** Texts are often cut up by wrappers: the element above is taken where it holds much more running text. */
    private int widened(int narrow) {
        int widest = narrow;
        for (int above = tree.parent(narrow); above > 0; above = tree.parent(above)) {
            if (masses[above] >= masses[widest] * WIDENING) {
                widest = above;
            }
        }
        return widest;
    }
}
