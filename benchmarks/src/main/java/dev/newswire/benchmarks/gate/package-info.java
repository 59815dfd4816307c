/** Bounds on speed that hold on any machine, for every build. */
@NullMarked
package dev.newswire.benchmarks.gate;

import org.jspecify.annotations.NullMarked;
