/** The ingest service: from what scrapers send to acknowledged events on the raw topic. */
@NullMarked
package dev.newswire.ingest;

import org.jspecify.annotations.NullMarked;
