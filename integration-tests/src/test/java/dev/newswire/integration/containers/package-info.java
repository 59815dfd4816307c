/** The platform against a real broker and a real registry, each in a container. */
@NullMarked
package dev.newswire.integration.containers;

import org.jspecify.annotations.NullMarked;
