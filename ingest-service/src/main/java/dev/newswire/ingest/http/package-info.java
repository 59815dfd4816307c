/** The HTTP door of the ingest service. */
@NullMarked
package dev.newswire.ingest.http;

import org.jspecify.annotations.NullMarked;
