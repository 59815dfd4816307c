/** Time and allocation of each path that every article takes, without Kafka, by JMH. */
@NullMarked
package dev.newswire.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
