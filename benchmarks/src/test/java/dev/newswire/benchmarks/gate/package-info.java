@NullMarked
package dev.newswire.benchmarks.gate;

import org.jspecify.annotations.NullMarked;
