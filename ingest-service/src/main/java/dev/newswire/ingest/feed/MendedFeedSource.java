package dev.newswire.ingest.feed;

import dev.newswire.ingest.feed.FeedException.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Drives jsoup's lenient XML parser, for documents whose elements are not closed or not closed where they should be. */
final class MendedFeedSource {

    /** A tree of more would take too much memory. */
    private static final int MOST_TAGS = 500_000;

    private MendedFeedSource() {}

    /**
     * Gives the tree the events of the document, from its first element that can be the root of a feed.
     *
     * @throws FeedException if there is no such element, or the tree will have no more of it
     */
    static void read(String text, FeedTree tree) throws FeedException {
        if (text.chars().filter(c -> c == '<').count() > MOST_TAGS) {
            throw new FeedException(
                    Kind.LIMIT, "the feed is not well-formed, and has more than " + MOST_TAGS + " tags to repair");
        }
        Document document = Jsoup.parse(text, "", Parser.xmlParser());
        Element root = root(document);
        if (root == null) {
            throw new FeedException(Kind.NO_FEED, "the document has no element that a feed begins with");
        }
        walk(root, tree);
    }

    private static @Nullable Element root(Document document) {
        Element first = document.firstElementChild();
        for (Element element = first; element != null; element = element.nextElementSibling()) {
            String name = element.tagName();
            if (Roots.isOne(name.substring(name.indexOf(':') + 1))) {
                return element;
            }
        }
        return first;
    }

    private static void walk(Element root, FeedTree tree) throws FeedException {
        Node node = root;
        while (true) {
            enter(node, tree);
            if (node.childNodeSize() > 0) {
                node = node.childNode(0);
                continue;
            }
            leave(node, tree);
            while (node != root && node.nextSibling() == null) {
                node = node.parentNode() == null ? root : node.parentNode();
                leave(node, tree);
            }
            Node next = node == root ? null : node.nextSibling();
            if (next == null) {
                return;
            }
            node = next;
        }
    }

    private static void enter(Node node, FeedTree tree) throws FeedException {
        if (node instanceof TextNode text) {
            tree.text(text.getWholeText());
        }
        if (!(node instanceof Element element)) {
            return;
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Attribute attribute : element.attributes()) {
            attributes.put(attribute.getKey(), attribute.getValue());
        }
        tree.start(element.tagName(), attributes);
    }

    private static void leave(Node node, FeedTree tree) {
        if (node instanceof Element) {
            tree.end();
        }
    }
}
