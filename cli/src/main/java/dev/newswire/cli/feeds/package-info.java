/** Definitions of feeds from the command line. */
@NullMarked
package dev.newswire.cli.feeds;

import org.jspecify.annotations.NullMarked;
