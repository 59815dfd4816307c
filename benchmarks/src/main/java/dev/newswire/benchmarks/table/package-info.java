/** The table of speed: every measurement that needs no data of others, one after the other, and the page that shows it. */
@NullMarked
package dev.newswire.benchmarks.table;

import org.jspecify.annotations.NullMarked;
