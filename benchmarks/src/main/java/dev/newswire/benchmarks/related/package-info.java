/** Makes and measures the tables by which related articles are found. */
@NullMarked
package dev.newswire.benchmarks.related;

import org.jspecify.annotations.NullMarked;
