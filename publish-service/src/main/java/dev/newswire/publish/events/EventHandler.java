package dev.newswire.publish.events;

import dev.newswire.platform.runtime.HttpProblem;
import dev.newswire.platform.streams.StoreNotReadyException;
import dev.newswire.publish.feed.FeedIds;
import dev.newswire.publish.read.NewsReader;
import dev.newswire.publish.render.EventText;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Serves {@code /feeds/<id>.events}, and {@code /feeds/<id>} to whoever accepts {@code text/event-stream}. */
public final class EventHandler extends Handler.Abstract implements AutoCloseable {
    private static final String FEEDS = "/feeds/";
    private static final String SUFFIX = ".events";
    private static final String MEDIA_TYPE = "text/event-stream";
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type", MEDIA_TYPE + ";charset=utf-8",
            "Cache-Control", "no-store",
            "Access-Control-Allow-Origin", "*",
            "X-Content-Type-Options", "nosniff",
            // Proxies must not gather what should arrive at once.
            "X-Accel-Buffering", "no");

    private static final HttpProblem LOADING =
            new HttpProblem(503, "The feeds are being loaded. Ask again in a second.", 1);
    private static final HttpProblem FULL =
            new HttpProblem(503, "As many clients listen as this instance serves. Try again, or read the feed.", 10);

    private final EventSettings settings;
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger clients = new AtomicInteger();
    private final ScheduledExecutorService heart = new ScheduledThreadPoolExecutor(1, EventHandler::heartThread);
    private volatile @Nullable Sources sources;

    /** What is served. */
    private record Sources(NewsReader reader, EventStreams streams, EventText text, Counter refused) {}

    /** Answers nothing but that it will not take long. */
    public EventHandler(EventSettings settings) {
        this.settings = settings;
    }

    /**
     * Begins to serve.
     *
     * @param reader tells which feeds there are
     * @param text writes events
     */
    public void open(NewsReader reader, EventStreams streams, EventText text, MeterRegistry metrics) {
        metrics.gauge("newswire.publish.streams.open", clients);
        sources = new Sources(reader, streams, text, metrics.counter("newswire.publish.streams.refused"));
        long every = settings.heartbeat().toMillis();
        heart.scheduleAtFixedRate(() -> open.forEach(EventStream::beat), every, every, TimeUnit.MILLISECONDS);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Optional<String> feedId = feedId(request);
        if (feedId.isEmpty()) {
            return false;
        }
        Sources served = sources;
        Optional<HttpProblem> problem = served == null ? Optional.of(LOADING) : problem(served, feedId.get());
        if (served == null || problem.isPresent()) {
            problem.orElse(LOADING).send(response, callback);
            return true;
        }
        if (HttpMethod.HEAD.is(request.getMethod())) {
            addHeaders(response);
            response.write(true, null, callback);
            return true;
        }
        if (clients.incrementAndGet() > settings.clients()) {
            clients.decrementAndGet();
            served.refused().increment();
            FULL.send(response, callback);
            return true;
        }
        addHeaders(response);
        begin(served, feedId.get(), request, response, callback);
        return true;
    }

    private static void addHeaders(Response response) {
        HEADERS.forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.VARY, HttpHeader.ACCEPT.asString());
    }

    private static Optional<String> feedId(Request request) {
        boolean reads = HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
        String path = Request.getPathInContext(request);
        if (!reads || !path.startsWith(FEEDS)) {
            return Optional.empty();
        }
        String name = path.substring(FEEDS.length());
        if (name.endsWith(SUFFIX)) {
            return Optional.of(name.substring(0, name.length() - SUFFIX.length()));
        }
        String accept = request.getHeaders().get(HttpHeader.ACCEPT);
        return accept != null && accept.startsWith(MEDIA_TYPE) ? Optional.of(name) : Optional.empty();
    }

    private static Optional<HttpProblem> problem(Sources served, String feedId) {
        try {
            if (!served.streams().ready()) {
                return Optional.of(LOADING);
            }
            boolean known = feedId.equals(FeedIds.LATEST)
                    || (FeedIds.valid(feedId) && served.reader().feed(feedId).isPresent());
            return known ? Optional.empty() : Optional.of(HttpProblem.of(404, "There is no feed of this name."));
        } catch (StoreNotReadyException e) {
            return Optional.of(LOADING);
        }
    }

    private void begin(Sources served, String feedId, Request request, Response response, Callback callback) {
        EventId last = EventId.parse(request.getHeaders().get("Last-Event-ID")).orElse(null);
        // A silent stream is no idle one.
        request.addIdleTimeoutListener(timeout -> false);
        EventStream[] self = new EventStream[1];
        EventStream stream =
                new EventStream(served.streams(), feedId, request, response, callback, settings.clientBytes(), () -> {
                    clients.decrementAndGet();
                    open.remove(self[0]);
                });
        self[0] = stream;
        open.add(stream);
        stream.start(last, served.text());
    }

    /** Ends all streams: whoever listens comes back, perhaps to another instance. */
    @Override
    public void close() {
        heart.shutdownNow();
        open.forEach(EventStream::end);
    }

    private static Thread heartThread(Runnable work) {
        Thread thread = new Thread(work, "event-heartbeat");
        thread.setDaemon(true);
        return thread;
    }
}
