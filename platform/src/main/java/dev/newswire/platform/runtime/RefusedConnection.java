package dev.newswire.platform.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * One connection too many: it is told so whatever it asks. Then its request is read and dropped for a moment, since a
 * connection that is closed with bytes unread takes the answer with it.
 */
final class RefusedConnection extends AbstractConnection {

    private static final int PATIENCE_MS = 1_000;
    private static final int BUFFER_BYTES = 4 * 1024;
    private static final int MOST_DROPPED_BYTES = 1024 * 1024;
    private static final byte[] ANSWER = answer();

    private int dropped;

    RefusedConnection(EndPoint endPoint, Executor executor) {
        super(endPoint, executor);
    }

    @Override
    public void onOpen() {
        super.onOpen();
        getEndPoint().setIdleTimeout(PATIENCE_MS);
        getEndPoint().write(Callback.from(this::finish, failure -> close()), ByteBuffer.wrap(ANSWER));
    }

    @Override
    public void onFillable() {
        ByteBuffer buffer = BufferUtil.allocate(BUFFER_BYTES);
        try {
            int read = getEndPoint().fill(buffer);
            while (read > 0 && dropped < MOST_DROPPED_BYTES) {
                dropped += read;
                BufferUtil.clear(buffer);
                read = getEndPoint().fill(buffer);
            }
            if (read != 0) {
                close();
                return;
            }
            fillInterested();
        } catch (IOException gone) {
            close();
        }
    }

    private void finish() {
        getEndPoint().shutdownOutput();
        fillInterested();
    }

    private static byte[] answer() {
        String body = HttpProblem.of(
                        HttpStatus.SERVICE_UNAVAILABLE_503, "too many connections are open; send again later")
                .json();
        String answer = "HTTP/1.1 503 Service Unavailable\r\nContent-Type: " + HttpProblem.CONTENT_TYPE
                + "\r\nContent-Length: " + body.length() + "\r\nRetry-After: 1\r\nConnection: close\r\n\r\n" + body;
        return answer.getBytes(StandardCharsets.US_ASCII);
    }
}
