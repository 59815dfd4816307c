/** Who may send what, and how fast. */
@NullMarked
package dev.newswire.ingest.access;

import org.jspecify.annotations.NullMarked;
