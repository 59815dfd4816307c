package dev.newswire.publish.http;

import dev.newswire.platform.streams.StoreNotReadyException;
import dev.newswire.publish.read.ArticleFinder;
import dev.newswire.publish.read.NewsReader;
import dev.newswire.publish.render.Links;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.PreEncodedHttpField;
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
    static final HttpFields ALWAYS = HttpFields.from(
            new PreEncodedHttpField(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
            new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
            new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
            new PreEncodedHttpField("Cross-Origin-Opener-Policy", "same-origin"));

    private static final HttpField VARY =
            new PreEncodedHttpField(HttpHeader.VARY, HttpHeader.ACCEPT_ENCODING.asString());

    private static final Map<String, String> OPTIONS = Map.of(
            "Allow",
            "GET, HEAD, OPTIONS",
            "Access-Control-Allow-Origin",
            "*",
            "Access-Control-Allow-Methods",
            "GET, HEAD",
            "Access-Control-Allow-Headers",
            "Accept, If-None-Match, If-Modified-Since, Last-Event-ID",
            "Access-Control-Max-Age",
            "86400");

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
     * @param finder finds articles by words
     * @param links addresses of the site
     */
    public void open(NewsReader reader, ArticleFinder finder, Links links, FeedSettings settings) {
        this.site = new Site(reader, finder, links, settings);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        response.getHeaders().add(ALWAYS);
        Site current = site;
        if (HttpMethod.OPTIONS.is(request.getMethod())) {
            sendOptions(response, callback);
            return true;
        }
        if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
            send(request, response, callback, Problems.refused());
            return true;
        }
        if (current == null) {
            send(request, response, callback, Problems.notReady());
            return true;
        }
        answer(current, request, response, callback);
        return true;
    }

    /** What is read is read only when it is sent, so that both can find a store away. */
    private void answer(Site site, Request request, Response response, Callback callback) {
        Ask ask = ask(request);
        Reply failure;
        try {
            send(request, response, callback, site.answer(ask));
            return;
        } catch (StoreNotReadyException e) {
            LOG.debug("Not ready", e);
            failure = site.notReady(ask);
        } catch (RuntimeException e) {
            LOG.error("Cannot answer {}", request.getHttpURI(), e);
            failure = site.failed(ask);
        }
        response.reset();
        response.getHeaders().add(ALWAYS);
        send(request, response, callback, failure);
    }

    /** Scripts of other sites may read, with these headers of their own. */
    private static void sendOptions(Response response, Callback callback) {
        response.setStatus(204);
        OPTIONS.forEach(response.getHeaders()::put);
        response.write(true, null, callback);
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
        HttpFields.Mutable headers = response.getHeaders();
        // No header stands there yet that it could replace, and to look for one takes longer than to add it.
        reply.headers().forEach(headers::add);
        headers.add(VARY);
        Instant modifiedAt = reply.modifiedAt();
        if (modifiedAt != null && !HttpDates.roundUp(modifiedAt).isAfter(clock.instant())) {
            headers.add(HttpHeader.LAST_MODIFIED, HttpDates.of(HttpDates.roundUp(modifiedAt)));
        }
        String version = reply.version();
        if (version != null && sendKnown(request, response, callback, reply, Conditions.tag(version))) {
            return;
        }
        Content content = reply.body().get();
        if (version == null && sendKnown(request, response, callback, reply, Conditions.tagOf(content.plain()))) {
            return;
        }
        headers.add(HttpHeader.CONTENT_TYPE, reply.mediaType() + ";charset=utf-8");
        sendBody(request, response, callback, content);
    }

    /** Notes the tag; sends a 304 if whoever asks has it already. */
    private static boolean sendKnown(Request request, Response response, Callback callback, Reply reply, String tag) {
        if (reply.status() != 200) {
            return false;
        }
        response.getHeaders().add(HttpHeader.ETAG, tag);
        if (!Conditions.isKnown(request.getHeaders(), tag, reply.modifiedAt())) {
            return false;
        }
        response.setStatus(304);
        response.write(true, null, callback);
        return true;
    }

    private static void sendBody(Request request, Response response, Callback callback, Content content) {
        byte[] bytes = content.plain();
        if (content.isWorthCompressing() && takesGzip(request)) {
            response.getHeaders().add(HttpHeader.CONTENT_ENCODING, "gzip");
            bytes = content.compressed();
        }
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
        boolean head = HttpMethod.HEAD.is(request.getMethod());
        response.write(true, head ? null : ByteBuffer.wrap(bytes), callback);
    }

    private static boolean takesGzip(Request request) {
        return request.getHeaders().getQualityCSV(HttpHeader.ACCEPT_ENCODING).stream()
                .anyMatch(coding -> coding.equals("gzip") || coding.equals("*"));
    }
}
