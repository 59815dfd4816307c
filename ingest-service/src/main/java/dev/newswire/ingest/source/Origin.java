package dev.newswire.ingest.source;

import java.nio.charset.Charset;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the sender says about a document as a whole.
 *
 * @param source identifier of the publisher or feed, or null where the document itself must tell
 * @param url where it was fetched, or null
 * @param fetchedAt when it was fetched: what relative times count from
 * @param charset encoding that the sender declares, or null
 */
public record Origin(
        @Nullable String source,
        @Nullable String url,
        Instant fetchedAt,
        @Nullable Charset charset) {}
