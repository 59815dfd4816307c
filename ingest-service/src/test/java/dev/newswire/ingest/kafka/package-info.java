@NullMarked
package dev.newswire.ingest.kafka;

import org.jspecify.annotations.NullMarked;
