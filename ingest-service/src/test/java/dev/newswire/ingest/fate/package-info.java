@NullMarked
package dev.newswire.ingest.fate;

import org.jspecify.annotations.NullMarked;
