/** The Confluent REST API of a schema registry. */
@NullMarked
package dev.newswire.platform.registry;

import org.jspecify.annotations.NullMarked;
