package dev.newswire.ingest.feed;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Leaves of the HTML in feeds what is text, its structure, links and media. What can run or ask for something (scripts,
 * handlers, styles, forms, frames, embedded objects, addresses of other schemes than the web's) is gone, with what it
 * holds; elements that are not known lose their tags and keep their text. The result is parsed HTML written anew, so that
 * nothing in it means something else to the next parser.
 */
final class HtmlSanitiser {

    /** Gone with everything in them. */
    private static final Set<String> GONE = Set.of(
            "applet",
            "base",
            "button",
            "embed",
            "frame",
            "frameset",
            "head",
            "iframe",
            "input",
            "link",
            "meta",
            "noembed",
            "noframes",
            "noscript",
            "plaintext",
            "script",
            "select",
            "style",
            "svg",
            "template",
            "textarea",
            "title",
            "xmp");

    private static final Set<String> KEPT = Set.of(
            "a abbr acronym address area article aside audio b bdi bdo big blockquote br caption center cite code col colgroup"
                    .concat(
                            " data dd del details dfn dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img")
                    .concat(
                            " ins kbd li main map mark menu nav ol p picture pre q rp rt ruby s samp section small source span strike")
                    .concat(" strong sub summary sup table tbody td tfoot th thead time tr track tt u ul var video wbr")
                    .split(" "));

    private static final Set<String> ATTRIBUTES = Set.of(
            "abbr align alt axis bgcolor border cellpadding cellspacing char charoff charset cite clear color cols colspan compact"
                    .concat(
                            " controls coords datetime dir face frame headers height hreflang hspace ismap kind lang longdesc loop")
                    .concat(
                            " media noshade nowrap poster preload rel rev reversed rows rowspan rules scope shape size span src")
                    .concat(" srclang start summary title type usemap valign value vspace width href xml:lang")
                    .split(" "));

    private static final Set<String> ADDRESSES = Set.of("href", "src", "cite", "longdesc", "poster");

    /** XHTML may close these so, HTML may not: everything behind them would be taken for what they hold. */
    private static final Pattern CLOSED_AT_ONCE = Pattern.compile(
            "<(iframe|noembed|noframes|noscript|script|style|textarea|title|xmp)\\b([^<>]{0,2000})/>",
            Pattern.CASE_INSENSITIVE);

    private HtmlSanitiser() {}

    /** The fragment without anything active, its addresses resolved against the base, which may be empty. */
    static String clean(String html, String base) {
        Writer writer = new Writer(base, new StringBuilder(html.length()));
        Element body = Document.createShell("").body();
        for (Node node : Parser.parseFragment(closed(html), body, "")) {
            NodeTraversor.filter(writer, node);
        }
        return writer.html().toString().strip();
    }

    private static String closed(String html) {
        return html.contains("/>") ? CLOSED_AT_ONCE.matcher(html).replaceAll("<$1$2></$1>") : html;
    }

    /** Writes what stays as it comes by: taking the rest out of the tree would take quadratic time. */
    private record Writer(String base, StringBuilder html) implements NodeFilter {

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
                html.append(Entities.escape(WindowsControls.mend(text.getWholeText())));
            }
            if (!(node instanceof Element element) || GONE.contains(element.normalName())) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (KEPT.contains(element.normalName())) {
                html.append('<').append(element.normalName());
                element.attributes().forEach(this::write);
                html.append('>');
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            boolean isElement = node instanceof Element;
            if (isElement
                    && KEPT.contains(node.normalName())
                    && !((Element) node).tag().isEmpty()) {
                html.append("</").append(node.normalName()).append('>');
            }
            return FilterResult.CONTINUE;
        }

        private void write(Attribute attribute) {
            String name = attribute.getKey();
            boolean isAddress = ADDRESSES.contains(name);
            String value = isAddress ? Links.resolve(base, attribute.getValue()) : attribute.getValue();
            if (ATTRIBUTES.contains(name) && (!isAddress || Links.isHarmless(value))) {
                html.append(' ')
                        .append(name)
                        .append("=\"")
                        .append(Entities.escape(value))
                        .append('"');
            }
        }
    }
}
