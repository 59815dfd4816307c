@NullMarked
package dev.newswire.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
