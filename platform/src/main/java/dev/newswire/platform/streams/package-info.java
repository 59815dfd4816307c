/** The one place that starts Kafka Streams. */
@NullMarked
package dev.newswire.platform.streams;

import org.jspecify.annotations.NullMarked;
