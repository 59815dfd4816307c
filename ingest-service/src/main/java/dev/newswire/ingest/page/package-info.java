/** Tells the text of an article from everything else on a page of HTML. Pure: no Kafka, no clock. */
@NullMarked
package dev.newswire.ingest.page;

import org.jspecify.annotations.NullMarked;
