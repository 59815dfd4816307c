@NullMarked
package dev.newswire.ingest.archive;

import org.jspecify.annotations.NullMarked;
