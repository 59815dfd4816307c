/** Measures the entity extractor against annotated articles. */
@NullMarked
package dev.newswire.benchmarks.entity;

import org.jspecify.annotations.NullMarked;
