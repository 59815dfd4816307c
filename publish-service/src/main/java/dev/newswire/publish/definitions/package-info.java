/** Definitions of feeds over HTTP. */
@NullMarked
package dev.newswire.publish.definitions;

import org.jspecify.annotations.NullMarked;
