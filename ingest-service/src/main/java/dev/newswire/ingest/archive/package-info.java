/**
 * Reads WARC (ISO 28500) and ARC archives, damaged ones too: every record is returned, or the damage with its place.
 * Framing and what to do about damage are ours; HTTP messages are read by jwarc. Knows no Kafka.
 */
@NullMarked
package dev.newswire.ingest.archive;

import org.jspecify.annotations.NullMarked;
