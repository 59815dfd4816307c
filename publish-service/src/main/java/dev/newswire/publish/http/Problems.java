package dev.newswire.publish.http;

import dev.newswire.platform.runtime.HttpProblem;

/** Answers that are not good news, for programs: problem details (RFC 9457) that say what to do. */
final class Problems {
    private Problems() {}

    static Reply of(int status, String detail) {
        return Reply.problem(
                status, Reply.PROBLEM, () -> HttpProblem.of(status, detail).json());
    }

    /** A path under which nothing stands. */
    static Reply missing() {
        return of(404, "There is nothing under this path.");
    }

    /** A feed that is not there. */
    static Reply noFeed() {
        return of(404, "There is no feed of this name. GET /feeds lists those that there are.")
                .shared();
    }

    /** A part of a feed that is named by nothing. */
    static Reply noPlace() {
        return of(400, "The parameter before takes what next_url of a feed gave, and nothing else.")
                .shared();
    }

    /** An article that was never published. */
    static Reply noArticle() {
        return of(404, "There is no such article.").shared();
    }

    /** An article that was withdrawn. */
    static Reply withdrawn() {
        return of(410, "The article was withdrawn.").shared();
    }

    /** A feed in no format that the client takes. */
    static Reply unacceptable() {
        return of(
                        406,
                        "A feed comes as text/html, application/feed+json, application/atom+xml, application/rss+xml,"
                                + " application/ninjs+json or text/event-stream.")
                .with("Vary", "Accept")
                .shared();
    }

    /** The answer to whoever wants to change something. */
    static Reply refused() {
        return of(405, "Feeds are read with GET.").with("Allow", "GET, HEAD, OPTIONS");
    }

    /** The answer before there is a site, and while stores move. */
    static Reply notReady() {
        return of(503, "The feeds are being loaded. Ask again in a second.").with("Retry-After", "1");
    }

    /** The answer when something is wrong here. */
    static Reply failed() {
        return of(500, "The service failed on this request; its log says why.");
    }
}
