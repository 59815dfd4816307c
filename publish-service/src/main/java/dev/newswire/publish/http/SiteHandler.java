package dev.newswire.publish.http;

import dev.newswire.platform.streams.StoreNotReadyException;
import dev.newswire.publish.read.NewsReader;
import dev.newswire.publish.render.Links;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves feeds and pages: conditional requests, compression, headers that keep browsers safe. */
public final class SiteHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(SiteHandler.class);
    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin");

    private final Clock clock;
    private volatile @Nullable Site site;

    /** @param clock tells which dates have come */
    public SiteHandler(Clock clock) {
        this.clock = clock;
    }

    /**
     * Begins to serve; before, every answer is that it will not take long.
     *
     * @param reader reads what is served
     * @param links addresses of the site
     */
    public void open(NewsReader reader, Links links) {
        this.site = new Site(reader, links);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        ALWAYS.forEach(response.getHeaders()::put);
        String method = request.getMethod();
        if (!HttpMethod.GET.is(method) && !HttpMethod.HEAD.is(method)) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            send(request, response, callback, Site.refused());
            return true;
        }
        Site current = site;
        send(request, response, callback, current == null ? Site.starting() : answer(current, request));
        return true;
    }

    private static Reply answer(Site site, Request request) {
        try {
            return site.answer(ask(request));
        } catch (StoreNotReadyException e) {
            LOG.debug("Not ready", e);
            return site.notReady();
        } catch (RuntimeException e) {
            LOG.error("Cannot answer {}", request.getHttpURI(), e);
            return site.failed();
        }
    }

    private static Ask ask(Request request) {
        Map<String, String> query = new HashMap<>();
        for (Fields.Field field : Request.extractQueryParameters(request)) {
            query.put(field.getName(), field.getValue());
        }
        String accept = request.getHeaders().get(HttpHeader.ACCEPT);
        return new Ask(Request.getPathInContext(request), query, accept == null ? "" : accept);
    }

    private void send(Request request, Response response, Callback callback, Reply reply) {
        response.setStatus(reply.status());
        reply.headers().forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.mediaType() + ";charset=utf-8");
        Instant modifiedAt = reply.modifiedAt();
        if (modifiedAt != null && !HttpDates.roundUp(modifiedAt).isAfter(clock.instant())) {
            response.getHeaders().put(HttpHeader.LAST_MODIFIED, HttpDates.of(HttpDates.roundUp(modifiedAt)));
        }
        String version = reply.version();
        if (version != null && sendKnown(request, response, callback, reply, Conditions.tag(version))) {
            return;
        }
        String body = reply.body().get();
        if (version == null && sendKnown(request, response, callback, reply, Conditions.tagOf(body))) {
            return;
        }
        sendBody(request, response, callback, body);
    }

    /** Notes the tag; sends a 304 if whoever asks has it already. */
    private static boolean sendKnown(Request request, Response response, Callback callback, Reply reply, String tag) {
        if (reply.status() != 200) {
            return false;
        }
        response.getHeaders().put(HttpHeader.ETAG, tag);
        if (!Conditions.isKnown(request.getHeaders(), tag, reply.modifiedAt())) {
            return false;
        }
        response.setStatus(304);
        response.getHeaders().remove(HttpHeader.CONTENT_TYPE);
        response.write(true, null, callback);
        return true;
    }

    private static void sendBody(Request request, Response response, Callback callback, String body) {
        Body sent = Body.of(body, request.getHeaders());
        response.getHeaders().add(HttpHeader.VARY, "Accept-Encoding");
        if (sent.compressed()) {
            response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
        }
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, sent.bytes().length);
        boolean head = HttpMethod.HEAD.is(request.getMethod());
        response.write(true, head ? null : ByteBuffer.wrap(sent.bytes()), callback);
    }
}
