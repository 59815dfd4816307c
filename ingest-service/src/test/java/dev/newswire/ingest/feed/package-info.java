@NullMarked
package dev.newswire.ingest.feed;

import org.jspecify.annotations.NullMarked;
