@NullMarked
package dev.newswire.benchmarks.entity;

import org.jspecify.annotations.NullMarked;
