@NullMarked
package dev.newswire.ingest.fetch;

import org.jspecify.annotations.NullMarked;
