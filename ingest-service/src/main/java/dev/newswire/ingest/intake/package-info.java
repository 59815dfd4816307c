/**
 * From what a reader found to what is written: normalising, identity, delivery to the log, quarantine. Whatever way
 * articles come by, they pass here. Knows no Kafka and no HTTP.
 */
@NullMarked
package dev.newswire.ingest.intake;

import org.jspecify.annotations.NullMarked;
