/** Dead letters: looking at them, sending them again, putting them out of the way. */
@NullMarked
package dev.newswire.cli.dlq;

import org.jspecify.annotations.NullMarked;
