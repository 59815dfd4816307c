/** Readers: from the bytes of a document to the articles in it, or to a reason in plain words. Pure: no Kafka, no clock. */
@NullMarked
package dev.newswire.ingest.source;

import org.jspecify.annotations.NullMarked;
