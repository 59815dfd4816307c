package dev.newswire.ingest.normalise;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** HTML as plain text: one paragraph a line. */
public final class HtmlText {

    private static final Set<String> SILENT =
            Set.of("script", "style", "noscript", "template", "iframe", "object", "svg", "head", "select", "button");

    private HtmlText() {}

    /** The text of a fragment of HTML, paragraphs separated by one line feed; entities decoded, tags gone. */
    public static String of(String html) {
        return of(Jsoup.parseBodyFragment(html).body());
    }

    /** The text below an element, paragraphs separated by one line feed. */
    public static String of(Element element) {
        LineBuilder lines = new LineBuilder();
        NodeTraversor.traverse(lines, element);
        return Text.paragraphs(lines.text.toString());
    }

    /** A line that may contain tags or entities, as headlines in feeds do, as one line of plain text. */
    public static String oneLine(String html) {
        return html.indexOf('<') < 0 && html.indexOf('&') < 0 ? Text.oneLine(html) : Text.oneLine(of(html));
    }

    private static final class LineBuilder implements NodeVisitor {
        private final StringBuilder text = new StringBuilder();
        private int silentDepth;
        private int preformattedDepth;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element) {
                enter(element);
            }
            if (node instanceof TextNode words && silentDepth == 0) {
                text.append(preformattedDepth > 0 ? words.getWholeText() : flat(words.getWholeText()));
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return;
            }
            if (SILENT.contains(element.normalName())) {
                silentDepth--;
                return;
            }
            if (element.normalName().equals("pre")) {
                preformattedDepth--;
            }
            if (element.isBlock()) {
                text.append('\n');
            }
        }

        private void enter(Element element) {
            String name = element.normalName();
            if (SILENT.contains(name)) {
                silentDepth++;
                return;
            }
            if (name.equals("pre")) {
                preformattedDepth++;
            }
            if (element.isBlock() || name.equals("br")) {
                text.append('\n');
            }
            if (name.equals("td") || name.equals("th")) {
                text.append(' ');
            }
        }

        private static String flat(String words) {
            return words.replace('\n', ' ').replace('\r', ' ');
        }
    }
}
