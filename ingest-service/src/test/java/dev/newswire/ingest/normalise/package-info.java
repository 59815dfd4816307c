@NullMarked
package dev.newswire.ingest.normalise;

import org.jspecify.annotations.NullMarked;
