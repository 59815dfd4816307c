/** Serdes of topics (Confluent wire format) and of state (Avro single-object encoding). */
@NullMarked
package dev.newswire.platform.serde;

import org.jspecify.annotations.NullMarked;
