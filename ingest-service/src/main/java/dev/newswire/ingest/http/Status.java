package dev.newswire.ingest.http;

/** The answers that are given here. */
enum Status {
    ACCEPTED(202, "Accepted"),
    BAD_REQUEST(400, "Bad Request"),
    METHOD_NOT_ALLOWED(405, "Method Not Allowed"),
    TIMEOUT(408, "Request Timeout"),
    TOO_LARGE(413, "Content Too Large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported Media Type"),
    REJECTED(422, "Unprocessable Content"),
    TOO_MANY(429, "Too Many Requests"),
    UNAVAILABLE(503, "Service Unavailable");

    private final int code;
    private final String title;

    Status(int code, String title) {
        this.code = code;
        this.title = title;
    }

    int code() {
        return code;
    }

    String title() {
        return title;
    }
}
