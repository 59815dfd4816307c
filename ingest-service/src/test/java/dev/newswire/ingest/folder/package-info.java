@NullMarked
package dev.newswire.ingest.folder;

import org.jspecify.annotations.NullMarked;
