/**
 * The watched folder: files that are dropped there are read by content, delivered, and put away with a report. Knows no
 * Kafka and no HTTP.
 */
@NullMarked
package dev.newswire.ingest.folder;

import org.jspecify.annotations.NullMarked;
