@NullMarked
package dev.newswire.ingest.intake;

import org.jspecify.annotations.NullMarked;
