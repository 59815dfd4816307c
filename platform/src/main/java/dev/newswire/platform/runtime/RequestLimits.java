package dev.newswire.platform.runtime;

import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses requests with too many header fields, and those that would take the last threads. Only the time in which a
 * request holds its thread counts: answers that go on without one may be as many as there are connections.
 */
final class RequestLimits extends Handler.Wrapper {

    private final Semaphore free;
    private final int headerFields;
    private final int requestsPerConnection;

    RequestLimits(HttpSettings settings, Handler handler) {
        super(handler);
        this.free = new Semaphore(settings.requests());
        this.headerFields = settings.headerFields();
        this.requestsPerConnection = settings.requestsPerConnection();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getHeaders().size() > headerFields) {
            String detail =
                    "the header has " + request.getHeaders().size() + " fields, at most " + headerFields + " are taken";
            HttpProblem.of(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431, detail)
                    .send(response, callback);
            return true;
        }
        if (request.getConnectionMetaData().getConnection().getMessagesIn() >= requestsPerConnection) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        if (!free.tryAcquire()) {
            new HttpProblem(HttpStatus.SERVICE_UNAVAILABLE_503, "too many requests are under way; send again later", 1)
                    .send(response, callback);
            return true;
        }
        try {
            return super.handle(request, response, callback);
        } finally {
            free.release();
        }
    }
}
