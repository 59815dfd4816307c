package dev.newswire.ingest.source;

import dev.newswire.ingest.normalise.Text;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The text below an element if it is short; looking stops where it is not, so that nested elements cost no more. */
final class ShortText implements NodeFilter {

    private static final int MOST_NODES = 200;

    private final StringBuilder text = new StringBuilder();
    private final int limit;
    private int nodes;

    private ShortText(int limit) {
        this.limit = limit;
    }

    /** The lines as the page breaks them, cleaned; none where there are more characters than the limit. */
    static List<String> lines(Element element, int limit) {
        ShortText read = new ShortText(limit);
        element.filter(read);
        return read.isTooLong() ? List.of() : new ArrayList<>(Text.lines(read.text.toString()));
    }

    /** All of it as one line; empty where it is longer than the limit. */
    static String of(Element element, int limit) {
        return String.join(" ", lines(element, limit));
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (++nodes > MOST_NODES || text.length() > limit) {
            return FilterResult.STOP;
        }
        if (node instanceof TextNode words) {
            text.append(words.getWholeText().replace('\n', ' ').replace('\r', ' '));
        }
        if (node instanceof Element element) {
            if (element.normalName().equals("script") || element.normalName().equals("style")) {
                return FilterResult.SKIP_ENTIRELY;
            }
            border(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            border(element);
        }
        return FilterResult.CONTINUE;
    }

    private void border(Element element) {
        if (element.isBlock() || element.normalName().equals("br")) {
            text.append('\n');
        }
    }

    private boolean isTooLong() {
        return nodes > MOST_NODES || text.length() > limit;
    }
}
