package dev.newswire.ingest.page;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is known of each block of a page, as numbers for {@link BlockModel}: its own text and links, its neighbours, the
 * elements around it, what these are called, and where it stands towards the likeliest container and the headline. Nothing
 * depends on the language. The order of the numbers is part of the trained table.
 */
final class BlockFeatures {

    /** How many numbers there are for a block. */
    static final int COUNT = 38 + NameFlags.COUNT + PageTree.STRUCTURES;

    private static final int LONG_WEIGHT = 80;
    private static final float FEW_LINKS = 0.3f;
    private static final int FARTHEST = 20;
    private static final int NEIGHBOURS = 2;
    private static final int WINDOW = 4;
    private static final int LEVELS = 3;

    private final PageTree tree;
    private final List<TextBlock> blocks;
    private final Container container;
    private final int[] names;
    private final int[] structures;
    private final int[] depths;
    private final int[] containerDistance;
    private final int headline;
    private final int[] before;

    private BlockFeatures(PageTree tree, Container container, String title) {
        this.tree = tree;
        this.blocks = tree.blocks();
        this.container = container;
        this.names = new int[tree.size()];
        this.structures = new int[tree.size()];
        this.depths = new int[tree.size()];
        this.containerDistance = new int[tree.size()];
        this.before = new int[blocks.size() + 1];
        inherit();
        for (int i = 0; i < blocks.size(); i++) {
            before[i + 1] = before[i] + blocks.get(i).weight();
        }
        this.headline = headline(title);
    }

    /** For each block in order. */
    static float[][] of(PageTree tree, Container container, String title) {
        return new BlockFeatures(tree, container, title).all();
    }

    private void inherit() {
        boolean[] aroundContainer = new boolean[tree.size()];
        int up = 0;
        for (int element = container.element(); element >= 0; element = tree.parent(element)) {
            aroundContainer[element] = true;
            containerDistance[element] = up++;
        }
        for (int element = 0; element < tree.size(); element++) {
            int parent = tree.parent(element);
            boolean isMinor = element > 0 && Container.isMinor(tree, element);
            names[element] = (parent < 0 ? 0 : names[parent]) | (isMinor ? tree.names(element) : 0);
            structures[element] = (parent < 0 ? 0 : structures[parent]) | tree.structure(element);
            depths[element] = parent < 0 ? 0 : depths[parent] + 1;
            if (!aroundContainer[element]) {
                containerDistance[element] = containerDistance[parent];
            }
        }
    }

    private int headline(String title) {
        int first = -1;
        for (int i = 0; i < blocks.size(); i++) {
            TextBlock block = blocks.get(i);
            boolean isHeading = block.tag() == TextBlock.Tag.HEADING_1;
            if (block.text().equals(title) && (isHeading || first < 0)) {
                return i;
            }
            first = first < 0 && isHeading ? i : first;
        }
        return first;
    }

    private float[][] all() {
        float[][] all = new float[blocks.size()][];
        Set<String> seen = new HashSet<>();
        int[] sinceLong = distances(1);
        int[] untilLong = distances(-1);
        for (int i = 0; i < all.length; i++) {
            FeatureRow row = new FeatureRow(COUNT);
            TextBlock block = blocks.get(i);
            own(block, row);
            boolean isRepeated =
                    block.weight() >= FARTHEST && !seen.add(block.text().toLowerCase(Locale.ROOT));
            row.add(isRepeated ? 1 : 0);
            neighbours(i, row);
            place(i, row);
            row.add(Math.min(FARTHEST, sinceLong[i])).add(Math.min(FARTHEST, untilLong[i]));
            surroundings(block.element(), row);
            row.addFlags(names[block.element()], names[block.element()] & tree.names(block.element()), NameFlags.COUNT);
            row.addFlags(structures[block.element()], 0, PageTree.STRUCTURES);
            all[i] = row.values();
        }
        return all;
    }

    private static void own(TextBlock block, FeatureRow row) {
        TextShape shape = TextShape.of(block.text());
        row.add(log(block.weight())).add(block.linkDensity()).add(block.tag().ordinal());
        row.add(shape.endsSentence() ? 1 : 0)
                .add(shape.sentences())
                .add(shape.digits())
                .add(shape.upperCase());
    }

    private void neighbours(int at, FeatureRow row) {
        for (int step = 1; step <= NEIGHBOURS; step++) {
            neighbour(at - step, row);
            neighbour(at + step, row);
        }
        int all = 0;
        float plain = 0;
        for (int i = Math.max(0, at - WINDOW); i <= Math.min(blocks.size() - 1, at + WINDOW); i++) {
            all += blocks.get(i).weight();
            plain += blocks.get(i).weight() - blocks.get(i).linked();
        }
        row.add(plain / Math.max(1, all)).add(log(plain));
    }

    private void neighbour(int at, FeatureRow row) {
        boolean isThere = at >= 0 && at < blocks.size();
        row.add(isThere ? log(blocks.get(at).weight()) : -1)
                .add(isThere ? blocks.get(at).linkDensity() : 2)
                .add(isThere ? blocks.get(at).tag().ordinal() : -1);
    }

    private void place(int at, FeatureRow row) {
        int whole = Math.max(1, before[blocks.size()]);
        row.add((float) before[at] / whole);
        int from = headline < 0 ? before[at] : before[at] - before[headline];
        row.add(from < 0 ? -log(-from) : log(from)).add(at == headline ? 1 : 0).add(log(whole));
    }

    private void surroundings(int element, FeatureRow row) {
        row.add(containerDistance[element]).add(depths[element] - depths[container.element()]);
        row.add(container.isNoise(element) ? 1 : 0);
        double whole = Math.max(1, container.mass(0));
        row.add((float) (container.mass(container.element()) / whole));
        int around = element;
        for (int level = 0; level < LEVELS; level++) {
            around = Math.max(0, tree.parent(around));
            row.add((float) (container.mass(around) / whole)).add(tree.linkDensity(around));
        }
    }

    /** Blocks since the last long one, looking forwards or backwards. */
    private int[] distances(int direction) {
        int[] distances = new int[blocks.size()];
        int distance = FARTHEST;
        for (int n = 0; n < distances.length; n++) {
            int i = direction > 0 ? n : distances.length - 1 - n;
            distances[i] = distance;
            TextBlock block = blocks.get(i);
            boolean isLong = block.weight() > LONG_WEIGHT && block.linkDensity() < FEW_LINKS;
            distance = isLong && !container.isNoise(block.element()) ? 0 : distance + 1;
        }
        return distances;
    }

    private static float log(float value) {
        return (float) Math.log1p(value);
    }
}
