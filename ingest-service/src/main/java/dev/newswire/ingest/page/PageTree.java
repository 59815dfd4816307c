package dev.newswire.ingest.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * The elements of a page that may hold text, as numbers in the order of the page, with the weight of the text below each;
 * and the blocks of text between the borders of its elements. One pass makes all of it, so time grows with the length of the
 * page only.
 */
final class PageTree {

    /** Structure that an element's name or role declares, as flags. */
    static final int NAV = 1;

    static final int ASIDE = 1 << 1;
    static final int FOOTER = 1 << 2;
    static final int HEADER = 1 << 3;
    static final int FORM = 1 << 4;
    static final int FIGURE = 1 << 5;
    static final int TABLE = 1 << 6;
    static final int LIST = 1 << 7;
    static final int ARTICLE = 1 << 8;
    static final int MAIN = 1 << 9;
    static final int DECLARED = 1 << 10;
    static final int HIDDEN = 1 << 11;
    static final int STRUCTURES = 12;

    private static final int FIRST_CAPACITY = 1_024;

    private final List<TextBlock> blocks = new ArrayList<>();
    private int[] parents = new int[FIRST_CAPACITY];
    private int[] texts = new int[FIRST_CAPACITY];
    private int[] linked = new int[FIRST_CAPACITY];
    private int[] longParagraphs = new int[FIRST_CAPACITY];
    private int[] names = new int[FIRST_CAPACITY];
    private int[] structures = new int[FIRST_CAPACITY];
    private int size;

    private PageTree() {}

    /** Of a page's body. */
    static PageTree of(Element body) {
        PageTree tree = new PageTree();
        BlockVisitor visitor = new BlockVisitor(tree);
        body.filter(visitor);
        visitor.finish();
        return tree;
    }

    /** The blocks of text in the order of the page. */
    List<TextBlock> blocks() {
        return blocks;
    }

    /** Number of elements. */
    int size() {
        return size;
    }

    /** Number of the element around this one; -1 for the body. */
    int parent(int element) {
        return parents[element];
    }

    /** Weight of the text below. */
    int text(int element) {
        return texts[element];
    }

    /** Share of the text that stands in links, 0 to 1; 1 where there is no text. */
    float linkDensity(int element) {
        return texts[element] == 0 ? 1 : (float) linked[element] / texts[element];
    }

    /** Paragraphs of more than a line or two below. */
    int longParagraphs(int element) {
        return longParagraphs[element];
    }

    /** What class and id say, see {@link NameFlags}. */
    int names(int element) {
        return names[element];
    }

    /** What name and role say. */
    int structure(int element) {
        return structures[element];
    }

    int add(int parent, Element element) {
        if (size == parents.length) {
            grow();
        }
        parents[size] = parent;
        names[size] = NameFlags.of(element);
        structures[size] = Structures.of(element);
        return size++;
    }

    void addText(int element, int weight, int linkedWeight) {
        texts[element] += weight;
        linked[element] += linkedWeight;
    }

    /** Adds what is known of each element to the one around it. */
    void sum() {
        for (int element = size - 1; element > 0; element--) {
            int above = parents[element];
            texts[above] += texts[element];
            linked[above] += linked[element];
            longParagraphs[above] += longParagraphs[element];
        }
    }

    void addLongParagraph(int element) {
        longParagraphs[element]++;
    }

    private void grow() {
        int capacity = size * 2;
        parents = Arrays.copyOf(parents, capacity);
        texts = Arrays.copyOf(texts, capacity);
        linked = Arrays.copyOf(linked, capacity);
        longParagraphs = Arrays.copyOf(longParagraphs, capacity);
        names = Arrays.copyOf(names, capacity);
        structures = Arrays.copyOf(structures, capacity);
    }
}
