package dev.newswire.ingest.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.client.HttpResponseException;
import org.eclipse.jetty.http.HttpException;

/** Turns what the client throws into the few kinds that we tell apart. */
final class Failures {

    private static final int DEEPEST = 10;

    private Failures() {}

    static FetchException of(Throwable thrown, FetchLimits limits) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            FetchException known = known(cause, limits);
            if (known != null) {
                return known;
            }
            cause = cause.getCause();
        }
        return new FetchException(Failure.CONNECTION, "the connection broke (" + name(thrown) + ")");
    }

    private static @org.jspecify.annotations.Nullable FetchException known(Throwable cause, FetchLimits limits) {
        if (cause instanceof FetchException failure) {
            return failure;
        }
        if (cause instanceof SocketTimeoutException) {
            return new FetchException(
                    Failure.TIMEOUT,
                    "no connection within "
                            + JettyExchange.seconds(limits.connect().toMillis()));
        }
        if (cause instanceof TimeoutException) {
            return new FetchException(
                    Failure.TIMEOUT,
                    "no whole answer within "
                            + JettyExchange.seconds(limits.total().toMillis()));
        }
        if (cause instanceof SSLException) {
            return new FetchException(Failure.TLS, "no secure connection: " + cause.getMessage());
        }
        if (cause instanceof ConnectException) {
            return new FetchException(Failure.CONNECTION, "the host does not take connections");
        }
        if (cause instanceof EOFException || cause instanceof ClosedChannelException) {
            return new FetchException(Failure.CONNECTION, "the connection ended before the answer did");
        }
        boolean isMalformed = cause instanceof HttpException || cause instanceof HttpResponseException;
        return isMalformed
                ? new FetchException(
                        Failure.PROTOCOL,
                        "the answer is not valid HTTP, or its headers have more than " + limits.headerBytes()
                                + " bytes")
                : null;
    }

    private static String name(Throwable thrown) {
        Throwable cause = thrown instanceof IOException || thrown.getCause() == null ? thrown : thrown.getCause();
        return cause.getClass().getSimpleName();
    }
}
