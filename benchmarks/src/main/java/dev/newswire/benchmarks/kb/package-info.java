/** Builds the knowledge base that the entity extractor ships, from open data sets. */
@NullMarked
package dev.newswire.benchmarks.kb;

import org.jspecify.annotations.NullMarked;
