@NullMarked
package dev.newswire.ingest.identity;

import org.jspecify.annotations.NullMarked;
