/** Fetching over HTTP from hosts that nobody vouches for: what is asked, where it may go, and how much may come back. */
@NullMarked
package dev.newswire.ingest.fetch;

import org.jspecify.annotations.NullMarked;
