package dev.newswire.ingest.source;

/** Forms of documents that are told apart by their content. */
public enum DocumentType {
    /** One JSON object, or an array of them. */
    JSON,
    /** One JSON object a line. */
    NDJSON,
    /** A page of HTML. */
    HTML,
    /** RSS, RDF, Atom, JSON Feed or a sitemap. */
    FEED,
    /** The text of a page as a scraper wrote it down. */
    SCRAPED_PAGE,
    /** Nothing, or nothing but white space. */
    EMPTY,
    /** Not text. */
    BINARY,
    /** XML that is neither feed nor page. */
    OTHER_XML,
    /** WARC or ARC: many pages, which are history. */
    ARCHIVE
}
