package dev.newswire.ingest.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** The main text of a page: its blocks of text, and which of them belong to the article. Takes time linear in the page. */
public final class PageText {

    /** Less than this is what is left of a page that was not understood, in weight of characters. */
    private static final int LEAST = 100;

    private static final float MOST_LINKS = 0.5f;

    /** A text does not end in links: these lead on to others. */
    private static final float NOTHING_BUT_LINKS = 0.9f;

    private final PageTree tree;
    private final Container container;
    private final String title;

    private PageText(Document page, @Nullable String title) {
        this.tree = PageTree.of(page.body());
        this.container = Container.of(tree);
        this.title = title == null ? "" : title;
    }

    /** Of a page with this headline. */
    public static PageText of(Document page, @Nullable String title) {
        return new PageText(page, title);
    }

    /** The texts of all blocks in the order of the page. */
    public List<String> blocks() {
        return tree.blocks().stream().map(TextBlock::text).toList();
    }

    /** What the model is to judge each block by. */
    public float[][] features() {
        return BlockFeatures.of(tree, container, title);
    }

    /** As {@link #text(BlockModel)} by the model that is shipped. */
    public String text() {
        return text(BlockModel.shipped());
    }

    /** The paragraphs of the article joined by line feeds, without the title where the text repeats it; may be empty. */
    public String text(BlockModel model) {
        List<TextBlock> chosen = chosen(model);
        int weight = chosen.stream().mapToInt(TextBlock::weight).sum();
        List<TextBlock> kept = weight >= LEAST ? chosen : inContainer();
        return String.join("\n", kept.stream().map(TextBlock::text).toList());
    }

    private List<TextBlock> chosen(BlockModel model) {
        float[][] features = features();
        SignUps signUps = new SignUps(tree);
        List<TextBlock> chosen = new ArrayList<>();
        for (int i = 0; i < features.length; i++) {
            TextBlock block = tree.blocks().get(i);
            boolean isAside = block.text().equals(title) || isMenu(block) || signUps.hold(block.element());
            if (!isAside && model.accepts(features[i])) {
                chosen.add(block);
            }
        }
        while (!chosen.isEmpty() && chosen.get(chosen.size() - 1).linkDensity() > NOTHING_BUT_LINKS) {
            chosen.remove(chosen.size() - 1);
        }
        return chosen;
    }

    /** Links in what is called navigation or the like; small pages give the model little else to go by. */
    private boolean isMenu(TextBlock block) {
        return block.linkDensity() > MOST_LINKS && container.isNoise(block.element());
    }

    private List<TextBlock> inContainer() {
        return tree.blocks().stream()
                .filter(block -> !block.text().equals(title))
                .filter(block -> block.linkDensity() <= MOST_LINKS && !container.isNoise(block.element()))
                .filter(block -> isBelow(block.element(), container.element()))
                .toList();
    }

    private boolean isBelow(int element, int above) {
        int at = element;
        while (at > above) {
            at = tree.parent(at);
        }
        return at == above;
    }
}
