/**
 * Carries history into the pipeline: archives and lines of JSON, by a lane of its own that gives way to live news. Knows
 * no Kafka.
 */
@NullMarked
package dev.newswire.ingest.backfill;

import org.jspecify.annotations.NullMarked;
