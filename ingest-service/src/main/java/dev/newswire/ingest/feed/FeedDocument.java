package dev.newswire.ingest.feed;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * A feed as it came.
 *
 * @param content all of its bytes
 * @param charset encoding that came with it from outside, as HTTP does, or null: see {@link
 *     FeedCharsets#ofContentType(String)}
 * @param url where it was fetched from, which relative links are resolved against; or null
 */
public record FeedDocument(
        byte[] content, @Nullable Charset charset, @Nullable String url) {}
