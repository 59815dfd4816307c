/** Where measurements read their data: folders, and archives as the data sets come. */
@NullMarked
package dev.newswire.benchmarks.data;

import org.jspecify.annotations.NullMarked;
