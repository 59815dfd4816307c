package dev.newswire.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** One pass over a page that gathers what it says about itself for machines, and its headings. */
final class PageScan implements NodeVisitor {

    private static final int MOST_HEADINGS = 50;
    private static final int LONGEST_HEADING = 400;
    private static final int MOST_TRAILS = 5;

    /**
     * A heading of the first level.
     *
     * @param text as one line, not empty
     */
    record Heading(Element element, String text) {}

    private final MetaElements metas = new MetaElements();
    private final List<String> scripts = new ArrayList<>();
    private final List<Element> canonicals = new ArrayList<>();
    private final List<Heading> headings = new ArrayList<>();

    private @Nullable Element section;
    private final List<Element> trails = new ArrayList<>();

    private PageScan() {}

    /** Reads a page. */
    static PageScan of(Document page) {
        PageScan scan = new PageScan();
        NodeTraversor.traverse(scan, page);
        return scan;
    }

    MetaElements metas() {
        return metas;
    }

    /** Contents of the JSON-LD scripts. */
    List<String> scripts() {
        return scripts;
    }

    /** Links that claim to be the page's own URL. */
    List<Element> canonicals() {
        return canonicals;
    }

    /** Headings of the first level that have a text of a line or two. */
    List<Heading> headings() {
        return headings;
    }

    /** The first element that microdata call the article's section, or null. */
    @Nullable
    Element section() {
        return section;
    }

    /** Elements that are called breadcrumbs; some hold far more than these. */
    List<Element> trails() {
        return trails;
    }

    /** The element that shows this title, else the first heading; null where there is none. */
    @Nullable
    Element headline(@Nullable String title) {
        for (Heading heading : headings) {
            if (heading.text().equals(title)) {
                return heading.element();
            }
        }
        return headings.isEmpty() ? null : headings.get(0).element();
    }

    @Override
    public void head(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        switch (element.normalName()) {
            case "meta" -> metas.add(element);
            case "script" -> addScript(element);
            case "link" -> addLink(element);
            case "h1" -> addHeading(element);
            default -> addWay(element);
        }
    }

    /** Where on the site the page stands. */
    private void addWay(Element element) {
        if (element.attributesSize() == 0) {
            return;
        }
        if (section == null && element.attr("itemprop").equals("articleSection")) {
            section = element;
        }
        boolean isTrail =
                isTrail(element.attr("class")) || isTrail(element.id()) || isTrail(element.attr("aria-label"));
        if (isTrail && trails.size() < MOST_TRAILS) {
            trails.add(element);
        }
    }

    private static boolean isTrail(String name) {
        int at = name.indexOf("readcrumb");
        return at > 0 && (name.charAt(at - 1) | 0x20) == 'b';
    }

    private void addScript(Element element) {
        if (element.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
            scripts.add(element.data());
        }
    }

    private void addLink(Element element) {
        if (element.attr("rel").equalsIgnoreCase("canonical") && element.hasAttr("href")) {
            canonicals.add(element);
        }
    }

    private void addHeading(Element element) {
        String text = headings.size() < MOST_HEADINGS ? ShortText.of(element, LONGEST_HEADING) : "";
        if (!text.isEmpty()) {
            headings.add(new Heading(element, text));
        }
    }
}
