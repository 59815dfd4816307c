@NullMarked
package dev.newswire.benchmarks.kb;

import org.jspecify.annotations.NullMarked;
