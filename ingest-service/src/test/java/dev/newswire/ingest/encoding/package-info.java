@NullMarked
package dev.newswire.ingest.encoding;

import org.jspecify.annotations.NullMarked;
