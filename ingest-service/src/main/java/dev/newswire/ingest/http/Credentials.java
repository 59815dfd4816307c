package dev.newswire.ingest.http;

import dev.newswire.ingest.access.Access;
import dev.newswire.ingest.access.Grant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Finds out who sends a request (RFC 6750). What was sent as a token is never repeated. */
final class Credentials {

    private static final Pattern BEARER = Pattern.compile("(?i)bearer +([A-Za-z0-9._~+/-]+=*)");
    private static final String CHALLENGE = "Bearer realm=\"newswire-ingest\"";

    private Credentials() {}

    /**
     * What the sender may do.
     *
     * @throws ProblemException (401) if it must say who it is
     */
    static Grant of(Request request, Access access) throws ProblemException {
        String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        Grant grant = access.find(token(header));
        if (grant != null) {
            return grant;
        }
        boolean isMissing = header == null;
        String detail = isMissing
                ? "send a token in the header: Authorization: Bearer ..."
                : "this token is not known here; ask whoever runs the service for one";
        String challenge = isMissing ? CHALLENGE : CHALLENGE + ", error=\"invalid_token\"";
        throw Problem.of(Status.UNAUTHORIZED, detail)
                .with("WWW-Authenticate", challenge)
                .exception();
    }

    private static @Nullable String token(@Nullable String header) {
        Matcher matcher = BEARER.matcher(header == null ? "" : header.strip());
        return matcher.matches() ? matcher.group(1) : null;
    }
}
