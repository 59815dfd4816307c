/** What an event means for an article, given what is remembered of it. Pure: no Kafka, no clock. */
@NullMarked
package dev.newswire.enrich.lifecycle;

import org.jspecify.annotations.NullMarked;
