@NullMarked
package dev.newswire.ingest.http;

import org.jspecify.annotations.NullMarked;
