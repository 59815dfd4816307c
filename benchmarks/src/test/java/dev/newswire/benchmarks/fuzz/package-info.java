@NullMarked
package dev.newswire.benchmarks.fuzz;

import org.jspecify.annotations.NullMarked;
