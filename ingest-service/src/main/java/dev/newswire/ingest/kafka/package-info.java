/** The only place in ingest that knows Kafka. */
@NullMarked
package dev.newswire.ingest.kafka;

import org.jspecify.annotations.NullMarked;
