@NullMarked
package dev.newswire.benchmarks.related;

import org.jspecify.annotations.NullMarked;
