@NullMarked
package dev.newswire.benchmarks.extraction;

import org.jspecify.annotations.NullMarked;
