/**
 * Feeds as values: RSS, Atom, JSON Feed and sitemaps, whatever shape they are in. {@link
 * dev.newswire.ingest.feed.FeedParser} is the door. Nothing here fetches anything or knows what becomes of an item.
 */
@NullMarked
package dev.newswire.ingest.feed;

import org.jspecify.annotations.NullMarked;
