/** Speaks to a running pipeline. */
@NullMarked
package dev.newswire.cli.client;

import org.jspecify.annotations.NullMarked;
