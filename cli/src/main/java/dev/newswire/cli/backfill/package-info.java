/** Runs a backfill against a pipeline and tells how it goes. */
@NullMarked
package dev.newswire.cli.backfill;

import org.jspecify.annotations.NullMarked;
