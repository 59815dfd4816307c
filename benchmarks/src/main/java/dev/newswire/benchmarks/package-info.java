/** Measurements, and builders of what the services ship. */
@NullMarked
package dev.newswire.benchmarks;

import org.jspecify.annotations.NullMarked;
