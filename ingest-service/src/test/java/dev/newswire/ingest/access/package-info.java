@NullMarked
package dev.newswire.ingest.access;

import org.jspecify.annotations.NullMarked;
