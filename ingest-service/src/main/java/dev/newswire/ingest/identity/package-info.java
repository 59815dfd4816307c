/** Which article an event is about, and whether it says anything new: identifiers and hashes. Pure. */
@NullMarked
package dev.newswire.ingest.identity;

import org.jspecify.annotations.NullMarked;
