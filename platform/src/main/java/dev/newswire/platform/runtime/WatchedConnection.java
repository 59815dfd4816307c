package dev.newswire.platform.runtime;

import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.server.internal.HttpConnection;

/** What is remembered of a connection between two looks at it. For one thread. */
final class WatchedConnection {

    private final HttpConnection connection;
    private final MeteredEndPoint endPoint;
    private final long headerTimeoutNanos;
    private final MinimumRate receiving;
    private final MinimumRate sending;
    private long requests = -1;
    private long quietBytes;
    private long headerSince;
    private boolean isInHeader;

    WatchedConnection(HttpConnection connection, MeteredEndPoint endPoint, HttpSettings settings) {
        this.connection = connection;
        this.endPoint = endPoint;
        this.headerTimeoutNanos = settings.headerTimeout().toNanos();
        long window = settings.rateWindow().toNanos();
        this.receiving = new MinimumRate(settings.minimumBytesPerSecond(), window);
        this.sending = new MinimumRate(settings.minimumBytesPerSecond(), window);
    }

    /** Ends what takes too long: a body with 408, everything else with the connection. */
    void look(long nowNanos) {
        HttpParser parser = connection.getParser();
        if (isHeaderLate(parser, nowNanos)) {
            endPoint.close(new TimeoutException("the header did not arrive in time"));
            return;
        }
        boolean isBodyAwaited = parser.inContentState() && endPoint.isFillInterested();
        if (receiving.isTooSlow(isBodyAwaited, endPoint.received(), nowNanos)) {
            endPoint.getFillInterest().onFail(new TimeoutException("the body comes too slowly"));
        }
        boolean isAnswerUntaken = endPoint.getWriteFlusher().isPending();
        if (sending.isTooSlow(isAnswerUntaken, endPoint.sent(), nowNanos)) {
            endPoint.close(new TimeoutException("the answer is read too slowly"));
        }
    }

    /** A connection between requests may be silent for the idle timeout; with its first byte a header has begun. */
    private boolean isHeaderLate(HttpParser parser, long nowNanos) {
        if (requests != connection.getMessagesIn()) {
            requests = connection.getMessagesIn();
            quietBytes = requests == 0 ? 0 : endPoint.received();
            isInHeader = false;
        }
        boolean hasBegun = parser.inHeaderState() && (!parser.isStart() || endPoint.received() > quietBytes);
        if (!hasBegun) {
            isInHeader = false;
            quietBytes = requests == 0 ? quietBytes : endPoint.received();
            return false;
        }
        if (!isInHeader) {
            isInHeader = true;
            headerSince = nowNanos;
        }
        return nowNanos - headerSince > headerTimeoutNanos;
    }
}
