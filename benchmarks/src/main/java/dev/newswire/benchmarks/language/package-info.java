/** How well the language of a text is recognised, ours beside the libraries that could replace it. */
@NullMarked
package dev.newswire.benchmarks.language;

import org.jspecify.annotations.NullMarked;
