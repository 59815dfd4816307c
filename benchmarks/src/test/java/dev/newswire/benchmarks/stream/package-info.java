@NullMarked
package dev.newswire.benchmarks.stream;

import org.jspecify.annotations.NullMarked;
