package dev.newswire.cli.client;

import java.net.http.HttpRequest.BodyPublisher;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request's worth of articles.
 *
 * @param body can be asked for its bytes again and again
 * @param contentType {@code application/octet-stream} where the content is to tell
 * @param source of articles that name none themselves, or null
 * @param url where a page was found, or null
 * @param fetchedAt what relative times count from
 * @param linesBefore number of lines of the same input that earlier requests carried
 */
public record Upload(
        BodyPublisher body,
        String contentType,
        @Nullable String source,
        @Nullable String url,
        Instant fetchedAt,
        long linesBefore) {

    /** Whatever the content is. */
    public static final String ANY_TYPE = "application/octet-stream";
    /** One JSON object a line. */
    public static final String LINES = "application/x-ndjson";
}
