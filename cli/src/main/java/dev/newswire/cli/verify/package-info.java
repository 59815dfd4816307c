/** Checks what a consumer of feeds makes of a known sequence of events. */
@NullMarked
package dev.newswire.cli.verify;

import org.jspecify.annotations.NullMarked;
