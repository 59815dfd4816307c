package dev.newswire.platform.runtime;

import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Errors that the server itself makes, as problem details that never tell what went wrong inside. */
final class HttpErrors implements Request.Handler {

    private static final int RETRY_AFTER_SECONDS = 5;

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        if (request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof HttpException unreadable) {
            status = unreadable.getCode();
        }
        boolean isUnreadable = request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof HttpException;
        if (isUnreadable) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        int retryAfter = status == HttpStatus.SERVICE_UNAVAILABLE_503 ? RETRY_AFTER_SECONDS : 0;
        new HttpProblem(status, detail(status), retryAfter).send(response, callback);
        return true;
    }

    private static String detail(int status) {
        return switch (status) {
            case HttpStatus.BAD_REQUEST_400 -> "this is not a valid HTTP request";
            case HttpStatus.NOT_FOUND_404 -> "there is nothing under this path";
            case HttpStatus.REQUEST_TIMEOUT_408 -> "the request did not arrive in time; send all of it again";
            case HttpStatus.URI_TOO_LONG_414 -> "the request line is too long; send what is long in the body";
            case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
                "the header is too large; send fewer or shorter fields";
            case HttpStatus.SERVICE_UNAVAILABLE_503 -> "the service is stopping or overloaded; send again later";
            case HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505 -> "HTTP/1.1 is spoken here";
            default ->
                status >= 500 ? "the service failed on this request; its log says why" : HttpStatus.getMessage(status);
        };
    }
}
