package dev.newswire.publish.http;

import dev.newswire.publish.operate.FateTally;
import dev.newswire.publish.operate.OperatorAccess;
import dev.newswire.publish.operate.PipelineStatus;
import dev.newswire.publish.operate.UnavailableException;
import dev.newswire.publish.page.Layout;
import dev.newswire.publish.page.OperatorPage;
import dev.newswire.publish.render.Links;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Serves the operator's view at {@code /operator}, to whom it may be shown. */
public final class OperatorHandler extends Handler.Abstract {
    private static final String PATH = "/operator";
    /** Brokers and services are asked no more often than this, however many look. */
    private static final Duration FRESH = Duration.ofSeconds(3);

    private final OperatorAccess access;
    private final Clock clock;
    private volatile @Nullable View view;

    /** What is shown. */
    private record View(OperatorPage page, Supplier<PipelineStatus> status, FateTally fates) {}

    private @Nullable PipelineStatus known;
    private Instant knownAt = Instant.EPOCH;

    /** Shows nothing yet. */
    public OperatorHandler(OperatorAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    /**
     * Begins to show.
     *
     * @param status asks brokers and services
     */
    public void open(Supplier<PipelineStatus> status, FateTally fates, Links links) {
        view = new View(new OperatorPage(new Layout(links)), status, fates);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!Request.getPathInContext(request).equals(PATH)) {
            return false;
        }
        response.getHeaders().add(SiteHandler.ALWAYS);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        View shown = view;
        if (!isAllowed(request)) {
            refuse(response, callback);
        } else if (!HttpMethod.GET.is(request.getMethod())) {
            send(response, callback, 405, "text/plain", "The view is read with GET.\n");
        } else if (shown == null) {
            send(response, callback, 503, "text/plain", "The service is starting.\n");
        } else {
            show(shown, response, callback);
        }
        return true;
    }

    private void show(View shown, Response response, Callback callback) {
        try {
            Instant now = clock.instant();
            String page = shown.page().write(status(shown, now), shown.fates(), now);
            send(response, callback, 200, "text/html", page);
        } catch (UnavailableException e) {
            send(response, callback, 503, "text/plain", "Nothing can be told: " + e.getMessage() + ".\n");
        }
    }

    private synchronized PipelineStatus status(View shown, Instant now) {
        PipelineStatus last = known;
        if (last != null && Duration.between(knownAt, now).abs().compareTo(FRESH) < 0) {
            return last;
        }
        PipelineStatus fresh = shown.status().get();
        known = fresh;
        knownAt = now;
        return fresh;
    }

    private boolean isAllowed(Request request) {
        boolean passedOn = request.getHeaders().stream()
                .map(HttpField::getLowerCaseName)
                .anyMatch(name -> name.equals("forwarded") || name.equals("via") || name.startsWith("x-forwarded-"));
        String host = request.getHttpURI().getHost();
        return access.allows(host, request.getHeaders().get(HttpHeader.AUTHORIZATION), passedOn);
    }

    private void refuse(Response response, Callback callback) {
        if (access.token().isEmpty()) {
            send(
                    response,
                    callback,
                    403,
                    "text/plain",
                    "Without NEWSWIRE_OPERATOR_TOKEN this is shown on the machine itself alone.\n");
            return;
        }
        response.getHeaders()
                .put(HttpHeader.WWW_AUTHENTICATE, "Basic realm=\"Newswire operations\", charset=\"UTF-8\"");
        send(response, callback, 401, "text/plain", "The password is the token in NEWSWIRE_OPERATOR_TOKEN.\n");
    }

    private static void send(Response response, Callback callback, int status, String mediaType, String body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, mediaType + ";charset=utf-8");
        response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
    }
}
