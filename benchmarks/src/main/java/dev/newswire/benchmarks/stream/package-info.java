/** Speed of enrich and publish on a stream of news, beside a topology that only passes records on. */
@NullMarked
package dev.newswire.benchmarks.stream;

import org.jspecify.annotations.NullMarked;
