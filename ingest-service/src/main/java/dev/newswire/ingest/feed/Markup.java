package dev.newswire.ingest.feed;

import java.util.Map;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;

/** Writes elements that a feed has in line, XHTML mostly, as HTML. */
final class Markup {

    private static final int GROWTH = 64;

    private Markup() {}

    /** What is in the element. */
    static String inside(FeedElement element) {
        StringBuilder html = new StringBuilder(GROWTH);
        appendContent(element, html);
        return html.toString().strip();
    }

    /** The lone {@code div} in it that Atom 1.0 asks for and that is not part of the text (RFC 4287, section 3.1.1.3). */
    static FeedElement container(FeedElement element) {
        if (element.vocabulary() != Vocabulary.ATOM) {
            return element;
        }
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
        if (name.isBlank()) {
            appendContent(element, html);
            return;
        }
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
        return Tag.valueOf(name, Parser.NamespaceHtml, ParseSettings.htmlDefault)
                .isEmpty();
    }
}
