package dev.newswire.ingest.source;

import dev.newswire.ingest.page.NameFlags;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** One pass over a page that gathers what shows its readers who wrote the article and when. */
final class SignScan implements NodeVisitor {

    /** How many signs of each sort are kept; further ones belong to lists of other articles. */
    private static final int MOST_SIGNS = 200;

    private static final int NOISE = NameFlags.COMMENT | NameFlags.RELATED | NameFlags.SIDEBAR | NameFlags.FOOTER;
    private static final int OUTSIDE = Integer.MAX_VALUE;

    /**
     * Something on the page and where.
     *
     * @param at characters of text before it
     * @param inNoise whether it stands in a part that belongs to other articles or to readers
     */
    record Sign(Element element, int at, boolean inNoise) {}

    private final @Nullable Element headline;
    private final List<Sign> authors = new ArrayList<>();
    private final List<Sign> dates = new ArrayList<>();
    private final List<Sign> bylines = new ArrayList<>();
    private int characters;
    private int headlineAt;
    private int noiseDepth = OUTSIDE;

    private SignScan(@Nullable Element headline) {
        this.headline = headline;
    }

    /** Reads a page whose headline is in this element, if it is in one. */
    static SignScan of(Document page, @Nullable Element headline) {
        SignScan scan = new SignScan(headline);
        NodeTraversor.traverse(scan, page.body());
        return scan;
    }

    /** Characters of text before the headline. */
    int headlineAt() {
        return headlineAt;
    }

    /** Elements that are marked as naming an author. */
    List<Sign> authors() {
        return authors;
    }

    /** Elements that are marked as telling a time. */
    List<Sign> dates() {
        return dates;
    }

    /** Elements whose own text begins as bylines do, or is short and names a year. */
    List<Sign> bylines() {
        return bylines;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            read(words);
        }
        if (node instanceof Element element) {
            enter(element, depth);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (depth == noiseDepth) {
            noiseDepth = OUTSIDE;
        }
    }

    private void enter(Element element, int depth) {
        if (element == headline) {
            headlineAt = characters;
        }
        int flags = NameFlags.of(element);
        String name = element.normalName();
        boolean isNamedNoise = (flags & NOISE) != 0 && (flags & (NameFlags.AUTHOR | NameFlags.DATE)) == 0;
        boolean isNoise = isNamedNoise || name.equals("nav") || name.equals("footer");
        if (noiseDepth == OUTSIDE && depth > 0 && isNoise) {
            noiseDepth = depth;
        }
        if ((flags & NameFlags.AUTHOR) != 0 || Bylines.isMarked(element)) {
            keep(authors, element);
        }
        if ((flags & NameFlags.DATE) != 0
                || name.equals("time")
                || element.attr("itemprop").equals("datePublished")) {
            keep(dates, element);
        }
    }

    private void read(TextNode words) {
        String text = words.getWholeText();
        int start = 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        int length = text.length() - start;
        characters += length;
        Element parent = words.parent();
        boolean isShort = length > 0 && length <= Bylines.LONGEST;
        if (isShort && parent != null && (Bylines.opens(text, start) || PageDates.mayBeDate(text, start))) {
            keep(bylines, parent);
        }
    }

    private void keep(List<Sign> signs, Element element) {
        if (signs.size() < MOST_SIGNS) {
            signs.add(new Sign(element, characters, noiseDepth != OUTSIDE));
        }
    }
}
