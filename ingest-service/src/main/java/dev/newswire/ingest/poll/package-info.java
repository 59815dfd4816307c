/** Polling of feeds, sitemaps and pages: what is polled, when, how politely, and what is new since the last time. */
@NullMarked
package dev.newswire.ingest.poll;

import org.jspecify.annotations.NullMarked;
