/** Feeds the readers of ingest with damaged documents and watches what they do. */
@NullMarked
package dev.newswire.benchmarks.fuzz;

import org.jspecify.annotations.NullMarked;
