/** How fast articles are held against the definitions of feeds. */
@NullMarked
package dev.newswire.benchmarks.matching;

import org.jspecify.annotations.NullMarked;
