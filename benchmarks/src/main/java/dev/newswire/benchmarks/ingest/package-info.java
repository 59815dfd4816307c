/** Throughput of the NDJSON path, beside that of a plain producer. */
@NullMarked
package dev.newswire.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
