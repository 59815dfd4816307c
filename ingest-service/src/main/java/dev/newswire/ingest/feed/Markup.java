package dev.newswire.ingest.feed;

import java.util.Map;
import org.jsoup.nodes.Entities;

/** Writes elements that a feed has in line, XHTML mostly, as HTML. */
final class Markup {

    private static final int GROWTH = 64;

    private Markup() {}

    /** What is in the element; of a lone {@code div}, which RFC 4287 asks for in XHTML, what is in that. */
    static String inside(FeedElement element) {
        StringBuilder html = new StringBuilder(GROWTH);
        FeedElement container = container(element);
        appendContent(container, html);
        return html.toString().strip();
    }

    /** Base of the addresses inside, which the lone {@code div} may change. */
    static String baseInside(FeedElement element) {
        return container(element).base();
    }

    private static FeedElement container(FeedElement element) {
        FeedElement only = null;
        for (Object node : element.content()) {
            if (node instanceof String text && text.isBlank()) {
                continue;
            }
            if (only != null
                    || !(node instanceof FeedElement child)
                    || !child.name().equals("div")) {
                return element;
            }
            only = child;
        }
        return only == null || !only.attributes().keySet().stream().allMatch(Markup::isDeclaration) ? element : only;
    }

    private static boolean isDeclaration(String attribute) {
        return attribute.startsWith("xml");
    }

    private static void appendContent(FeedElement element, StringBuilder html) {
        for (Object node : element.content()) {
            if (node instanceof FeedElement child) {
                append(child, html);
            } else {
                html.append(Entities.escape(WindowsControls.mend(node.toString())));
            }
        }
    }

    private static void append(FeedElement element, StringBuilder html) {
        String name = element.qualifiedName().substring(element.qualifiedName().indexOf(':') + 1);
        html.append('<').append(name);
        for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
            if (!isDeclaration(attribute.getKey())) {
                html.append(' ').append(attribute.getKey()).append("=\"");
                html.append(Entities.escape(attribute.getValue())).append('"');
            }
        }
        if (element.content().isEmpty() && isVoid(name)) {
            html.append('>');
            return;
        }
        html.append('>');
        appendContent(element, html);
        html.append("</").append(name).append('>');
    }

    private static boolean isVoid(String name) {
        return org.jsoup.parser.Tag.valueOf(
                        name, org.jsoup.parser.Parser.NamespaceHtml, org.jsoup.parser.ParseSettings.htmlDefault)
                .isEmpty();
    }
}
