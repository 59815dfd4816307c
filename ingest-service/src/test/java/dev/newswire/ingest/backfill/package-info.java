@NullMarked
package dev.newswire.ingest.backfill;

import org.jspecify.annotations.NullMarked;
