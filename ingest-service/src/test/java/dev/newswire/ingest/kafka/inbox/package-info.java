@NullMarked
package dev.newswire.ingest.kafka.inbox;

import org.jspecify.annotations.NullMarked;
