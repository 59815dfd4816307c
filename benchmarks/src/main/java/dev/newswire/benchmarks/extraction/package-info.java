/** Measures what is taken from pages of HTML against what readers say is on them. */
@NullMarked
package dev.newswire.benchmarks.extraction;

import org.jspecify.annotations.NullMarked;
