/** Trains the tagger of names, and builds what its features ask of words and names. */
@NullMarked
package dev.newswire.benchmarks.tagger;

import org.jspecify.annotations.NullMarked;
