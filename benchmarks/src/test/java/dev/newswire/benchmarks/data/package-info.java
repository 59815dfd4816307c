@NullMarked
package dev.newswire.benchmarks.data;

import org.jspecify.annotations.NullMarked;
