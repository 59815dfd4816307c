@NullMarked
package dev.newswire.benchmarks.tagger;

import org.jspecify.annotations.NullMarked;
