@NullMarked
package dev.newswire.benchmarks.language;

import org.jspecify.annotations.NullMarked;
