@NullMarked
package dev.newswire.ingest.page;

import org.jspecify.annotations.NullMarked;
