@NullMarked
package dev.newswire.benchmarks.feeds;

import org.jspecify.annotations.NullMarked;
