@NullMarked
package dev.newswire.benchmarks.archives;

import org.jspecify.annotations.NullMarked;
