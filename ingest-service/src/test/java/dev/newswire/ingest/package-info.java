@NullMarked
package dev.newswire.ingest;

import org.jspecify.annotations.NullMarked;
