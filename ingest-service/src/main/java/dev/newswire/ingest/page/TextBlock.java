package dev.newswire.ingest.page;

/**
 * A run of text between the borders of elements.
 *
 * @param text with single spaces; line feeds where the page breaks lines
 * @param weight in characters without white space, where a logogram counts for several
 * @param linked how much of the weight stands in links
 * @param element number of the element that holds it
 * @param tag of the element that says what kind of block this is
 */
record TextBlock(String text, int weight, int linked, int element, Tag tag) {

    /** What kind of block; the order is part of the trained table. */
    enum Tag {
        PARAGRAPH,
        ITEM,
        HEADING_1,
        HEADING_2,
        HEADING_3,
        HEADING_4,
        ROW,
        QUOTE,
        PREFORMATTED,
        CAPTION,
        TERM,
        OTHER
    }

    /** Share of the text that stands in links, 0 to 1. */
    float linkDensity() {
        return weight == 0 ? 1 : (float) linked / weight;
    }
}
