/** What readers get: feeds a second, streams of events, and how long an article and its retraction take to reach them. */
@NullMarked
package dev.newswire.benchmarks.reads;

import org.jspecify.annotations.NullMarked;
