@NullMarked
package dev.newswire.benchmarks.table;

import org.jspecify.annotations.NullMarked;
