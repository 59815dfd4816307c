@NullMarked
package dev.newswire.ingest.poll;

import org.jspecify.annotations.NullMarked;
