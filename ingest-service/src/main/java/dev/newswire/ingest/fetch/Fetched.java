package dev.newswire.ingest.fetch;

import java.net.URI;
import java.util.Optional;

/**
 * What was fetched, behind redirects.
 *
 * @param asked the URL that was asked for
 * @param answer the last one
 * @param movedTo where the URL that was asked for has moved for good (301, 308), as far as the way there was permanent
 */
public record Fetched(URI asked, Answer answer, Optional<URI> movedTo) {}
