package dev.newswire.ingest.feed;

/** Families of feeds. */
public enum FeedFormat {
    /** RSS 0.9x to 2.0, and RSS 1.0 (RDF). */
    RSS,
    /** Atom 0.3 and 1.0. */
    ATOM,
    /** JSON Feed 1.0 and 1.1. */
    JSON_FEED,
    /** A sitemap of pages; one of Google News names their articles. */
    SITEMAP,
    /** A sitemap of sitemaps: each item's link is one of them. */
    SITEMAP_INDEX
}
