@NullMarked
package dev.newswire.ingest.source;

import org.jspecify.annotations.NullMarked;
