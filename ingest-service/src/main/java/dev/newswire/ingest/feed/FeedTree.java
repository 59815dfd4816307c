package dev.newswire.ingest.feed;

import dev.newswire.ingest.feed.FeedException.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Builds elements from the events of a parser. An item is handed on as soon as it is complete and not kept, so that no more
 * than one of them is in memory as a tree.
 */
final class FeedTree {

    /** Deeper than any feed nests. */
    static final int NESTING_LIMIT = 100;

    private record Open(FeedElement element, Namespaces namespaces, boolean isItem) {}

    private final Deque<Open> open = new ArrayDeque<>();
    private final FeedLimits limits;
    private final String base;
    private final Consumer<FeedElement> items;
    private final Set<String> undeclared = new LinkedHashSet<>();
    private @Nullable FeedElement root;
    private Set<String> itemNames = Set.of();
    private boolean inItem;
    private int elementsOutside;
    private int elementsInItem;

    /** Calls back with each item, in order. */
    FeedTree(FeedLimits limits, @Nullable String base, Consumer<FeedElement> items) {
        this.limits = limits;
        this.base = base == null ? "" : base;
        this.items = items;
    }

    /** Everything outside of the items; null before the root begins. */
    @Nullable
    FeedElement root() {
        return root;
    }

    /** Prefixes that the feed uses without saying what they mean. */
    Set<String> undeclaredPrefixes() {
        return undeclared;
    }

    void start(String qualifiedName, Map<String, String> attributes) throws FeedException {
        Open parent = open.peek();
        Namespaces namespaces = Namespaces.of(parent == null ? null : parent.namespaces(), attributes);
        int colon = qualifiedName.indexOf(':');
        String prefix = colon < 0 ? "" : qualifiedName.substring(0, colon);
        String name = qualifiedName.substring(colon + 1).toLowerCase(Locale.ROOT);
        Vocabulary vocabulary = namespaces.vocabularyOf(prefix);
        if (namespaces.isUndeclared(prefix)) {
            undeclared.add(prefix);
        }
        FeedElement element = new FeedElement(
                qualifiedName, name, vocabulary, attributes, base(parent, attributes), language(parent, attributes));
        boolean isItem = !inItem && parent != null && vocabulary.isCore() && itemNames.contains(name);
        enter(new Open(element, namespaces, isItem));
    }

    void text(String text) {
        Open current = open.peek();
        if (current != null && (inItem || !text.isBlank())) {
            current.element().add(text);
        }
    }

    void end() {
        Open closed = open.pop();
        Open parent = open.peek();
        if (closed.isItem()) {
            inItem = false;
            items.accept(closed.element());
        } else if (parent != null) {
            parent.element().add(closed.element());
        }
    }

    private void enter(Open entered) throws FeedException {
        if (root == null) {
            root = entered.element();
            itemNames = Roots.itemsOf(root);
        }
        if (entered.isItem()) {
            inItem = true;
            elementsInItem = 0;
        }
        int elements = inItem ? ++elementsInItem : ++elementsOutside;
        if (elements > limits.elements()) {
            throw new FeedException(
                    Kind.LIMIT,
                    (inItem ? "an item" : "the feed") + " has more than " + limits.elements() + " elements");
        }
        if (open.size() >= NESTING_LIMIT) {
            throw new FeedException(Kind.LIMIT, "the feed's elements nest deeper than " + NESTING_LIMIT + " levels");
        }
        open.push(entered);
    }

    private String base(@Nullable Open parent, Map<String, String> attributes) {
        String inherited = parent == null ? base : parent.element().base();
        String stated = attributes.get("xml:base");
        return stated == null ? inherited : Links.resolve(inherited, stated);
    }

    private static String language(@Nullable Open parent, Map<String, String> attributes) {
        String stated = attributes.get("xml:lang");
        if (stated != null) {
            return stated.strip().replace('_', '-');
        }
        String inherited = parent == null ? null : parent.element().language();
        return inherited == null ? "" : inherited;
    }
}
