package dev.newswire.publish.http;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is not written yet.
 *
 * @param status HTTP status
 * @param mediaType of the body, without the character set, which is UTF-8
 * @param version different whenever the body is; null where only the body itself can tell
 * @param modifiedAt when the body changed last; null where that is not known
 * @param headers further headers
 * @param body the text; asked only if it must be sent
 */
record Reply(
        int status,
        String mediaType,
        @Nullable String version,
        @Nullable Instant modifiedAt,
        Map<String, String> headers,
        Supplier<Content> body) {
    static final String HTML = "text/html";
    static final String JSON = "application/json";
    static final String PROBLEM = "application/problem+json";
    static final String TEXT = "text/plain";

    /** Browsers and proxies ask again every time: what is withdrawn is gone at once. */
    private static final Map<String, String> ASK_AGAIN = Map.of("Cache-Control", "no-cache");

    private static final Map<String, String> FOR_SCRIPTS_OF_ALL = Map.of(
            "Access-Control-Allow-Origin",
            "*",
            "Access-Control-Expose-Headers",
            "ETag, Last-Modified, Link, Retry-After");

    /** What may change at any time. */
    static Reply ok(String mediaType, Supplier<String> body) {
        return new Reply(200, mediaType, null, null, ASK_AGAIN, text(body));
    }

    /** What may change at any time and tells when it did. */
    static Reply ok(String mediaType, String version, Instant modifiedAt, Supplier<Content> body) {
        return new Reply(200, mediaType, version, modifiedAt, ASK_AGAIN, body);
    }

    /** What never changes under its address. */
    static Reply fixed(String mediaType, String version, Supplier<String> body) {
        Map<String, String> keep = Map.of("Cache-Control", "public, max-age=31536000, immutable");
        return new Reply(200, mediaType, version, null, keep, text(body));
    }

    /** A refusal or failure. */
    static Reply problem(int status, String mediaType, Supplier<String> body) {
        return new Reply(status, mediaType, null, null, Map.of("Cache-Control", "no-store"), text(body));
    }

    Reply with(String name, String value) {
        return with(Map.of(name, value));
    }

    /** Readable for scripts of any site. */
    Reply shared() {
        return with(FOR_SCRIPTS_OF_ALL);
    }

    private Reply with(Map<String, String> further) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.putAll(further);
        return new Reply(status, mediaType, version, modifiedAt, more, body);
    }

    private static Supplier<Content> text(Supplier<String> body) {
        return () -> Content.of(body.get());
    }
}
