/** Measures how well feeds are read: feedparser's cases with what they expect, or any folder of feeds. */
@NullMarked
package dev.newswire.benchmarks.feeds;

import org.jspecify.annotations.NullMarked;
