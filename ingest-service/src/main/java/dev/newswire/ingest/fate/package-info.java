/** What became of articles, kept on this instance's disk and read from the ledger. */
@NullMarked
package dev.newswire.ingest.fate;

import org.jspecify.annotations.NullMarked;
