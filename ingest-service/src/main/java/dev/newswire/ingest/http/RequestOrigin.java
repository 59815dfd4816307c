package dev.newswire.ingest.http;

import dev.newswire.ingest.identity.SourceName;
import dev.newswire.ingest.normalise.CanonicalUrl;
import dev.newswire.ingest.normalise.PublicationTime;
import dev.newswire.ingest.source.Origin;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** Reads what a request says about its document: query first, then the headers {@code Newswire-*}. */
final class RequestOrigin {

    private static final Duration CLOCK_DIFFERENCE = Duration.ofHours(24);

    private final Request request;
    private final Fields query;

    RequestOrigin(Request request) throws ProblemException {
        this.request = request;
        try {
            this.query = Request.extractQueryParameters(request);
        } catch (IllegalArgumentException malformed) {
            throw refuse("the query is not readable");
        }
    }

    /** All of it. */
    Origin read(Instant receivedAt) throws ProblemException {
        String contentType = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        return new Origin(source(), url(), fetchedAt(receivedAt), MediaTypes.charset(contentType));
    }

    /** The source, or null. */
    @Nullable
    String source() throws ProblemException {
        String stated = value("source", "Newswire-Source");
        if (stated != null && !SourceName.isValid(stated)) {
            throw refuse("source \"" + stated + "\" is not 1 to 64 characters of a-z, 0-9, '.' and '-'; perhaps \""
                    + SourceName.slug(stated) + "\"");
        }
        return stated;
    }

    /** How often its items were sent again from among the dead letters, as `newswire dlq redrive` tells. */
    int redriveAttempts() {
        String stated = request.getHeaders().get("Newswire-Redrive-Attempts");
        return stated != null && stated.matches("[0-9]{1,4}") ? Integer.parseInt(stated) : 0;
    }

    /** A parameter of the query, or null. */
    @Nullable
    String parameter(String name) {
        String value = query.getValue(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private @Nullable String url() throws ProblemException {
        String stated = value("url", "Newswire-Url");
        if (stated != null && CanonicalUrl.of(stated) == null) {
            throw refuse("url \"" + stated + "\" is not an absolute http or https URL");
        }
        return stated;
    }

    private Instant fetchedAt(Instant receivedAt) throws ProblemException {
        String stated = value("fetchedAt", "Newswire-Fetched-At");
        if (stated == null) {
            return receivedAt;
        }
        Instant at = PublicationTime.read(stated);
        if (at == null || at.isAfter(receivedAt.plus(CLOCK_DIFFERENCE))) {
            throw refuse("fetchedAt \"" + stated + "\" is not a time such as 2025-07-30T10:00:00Z, or lies ahead");
        }
        return at;
    }

    private @Nullable String value(String parameter, String header) {
        String inQuery = parameter(parameter);
        String inHeader = request.getHeaders().get(header);
        String value = inQuery != null ? inQuery : inHeader;
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static ProblemException refuse(String detail) {
        return Problem.of(Status.BAD_REQUEST, detail).exception();
    }
}
