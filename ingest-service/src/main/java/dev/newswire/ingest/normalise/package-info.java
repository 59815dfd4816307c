/** Makes what a scraper found clean: text, URLs, times, names and languages. Pure: no Kafka, no clock. */
@NullMarked
package dev.newswire.ingest.normalise;

import org.jspecify.annotations.NullMarked;
