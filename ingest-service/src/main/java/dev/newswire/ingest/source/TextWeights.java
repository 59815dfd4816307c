package dev.newswire.ingest.source;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** How much text stands below each element, how much of it in links, and in how many long paragraphs; in one pass. */
final class TextWeights {

    private static final int LONG_PARAGRAPH = 80;

    private static final Weight NONE = new Weight();

    private static final class Weight {
        private int text;
        private int linked;
        private int longParagraphs;

        void add(Weight below, boolean isLink) {
            text += below.text;
            linked += isLink ? below.text : below.linked;
            longParagraphs += below.longParagraphs;
        }
    }

    private final Map<Element, Weight> weights = new HashMap<>();

    private TextWeights() {}

    /** Of everything below and including an element. */
    static TextWeights of(Element root) {
        TextWeights weights = new TextWeights();
        NodeTraversor.traverse(weights.new Visitor(), root);
        return weights;
    }

    /** Characters of text, white space not counted. */
    int text(Element element) {
        return weights.getOrDefault(element, NONE).text;
    }

    /** Paragraphs of more than a line or two. */
    int longParagraphs(Element element) {
        return weights.getOrDefault(element, NONE).longParagraphs;
    }

    /** Share of the text that stands in links, 0 to 1; 1 where there is no text. */
    double linkDensity(Element element) {
        Weight weight = weights.getOrDefault(element, NONE);
        return weight.text == 0 ? 1 : (double) weight.linked / weight.text;
    }

    private final class Visitor implements NodeVisitor {
        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element) {
                weights.put(element, new Weight());
            }
            if (node instanceof TextNode words && node.parent() instanceof Element parent) {
                weights.getOrDefault(parent, NONE).text += length(words.getWholeText());
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return;
            }
            Weight weight = weights.getOrDefault(element, NONE);
            if (element.normalName().equals("p") && weight.text - weight.linked > LONG_PARAGRAPH) {
                weight.longParagraphs++;
            }
            Weight above = element.parent() == null ? null : weights.get(element.parent());
            if (above != null) {
                above.add(weight, element.normalName().equals("a"));
            }
        }

        private static int length(String words) {
            int length = 0;
            for (int i = 0; i < words.length(); i++) {
                length += Character.isWhitespace(words.charAt(i)) ? 0 : 1;
            }
            return length;
        }
    }
}
