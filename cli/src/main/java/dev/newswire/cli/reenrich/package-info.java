/** Has articles that are there read anew: which ones, what would change, how fast. */
@NullMarked
package dev.newswire.cli.reenrich;

import org.jspecify.annotations.NullMarked;
