package dev.newswire.ingest.feed;

/**
 * How much of a feed is read, so that none can exhaust memory.
 *
 * @param items that are kept; further ones are counted only
 * @param elements that one item, or all that stands outside of items, may have; more refuse the feed
 * @param repairedBytes largest document that is repaired where it is not well-formed, in bytes: a repair needs all of it in
 *     memory as a tree
 */
public record FeedLimits(int items, int elements, int repairedBytes) {

    /** As many items as a sitemap may have by its standard. */
    public static final FeedLimits STANDARD = new FeedLimits(50_000, 100_000, 16 * 1024 * 1024);
}
