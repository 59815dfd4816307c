package dev.newswire.publish.events;

import dev.newswire.platform.streams.TailedRecord;
import dev.newswire.publish.render.Links;
import dev.newswire.schema.FeedEntry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells WebSub hubs (W3C WebSub, section 7) that feeds have changed: each feed at most once in an interval, and again a few
 * times where the hub does not answer. What is told is only that a feed changed, so nothing is lost if changes meet.
 */
public final class HubNotifier implements EventObserver, AutoCloseable {
    /** How often a hub is told of one change before it is given up. */
    static final int ATTEMPTS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(HubNotifier.class);
    private static final List<String> FORMATS = List.of("json", "atom", "rss");
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HubSettings settings;
    private final Links links;
    private final Predicate<String> isOurs;
    private final Counter told;
    private final Counter given;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Map<Notice, Integer> waiting = new ConcurrentHashMap<>();
    private final ScheduledExecutorService sender = new ScheduledThreadPoolExecutor(1, HubNotifier::thread);

    private record Notice(String hub, String feedId) {}

    /**
     * Begins to tell.
     *
     * @param isOurs whether this instance is in charge of a feed: of several, one tells
     */
    public HubNotifier(HubSettings settings, Links links, Predicate<String> isOurs, MeterRegistry metrics) {
        this.settings = settings;
        this.links = links;
        this.isOurs = isOurs;
        this.told = metrics.counter("newswire.publish.hubs.told");
        this.given = metrics.counter("newswire.publish.hubs.failed");
        long every = settings.interval().toMillis();
        sender.scheduleWithFixedDelay(this::tellAll, every, every, TimeUnit.MILLISECONDS);
    }

    @Override
    public void happened(String feedId, TailedRecord<FeedEntry> record) {
        if (settings.feeds().contains(feedId) && isOurs.test(feedId)) {
            settings.hubs().forEach(hub -> waiting.put(new Notice(hub, feedId), ATTEMPTS));
        }
    }

    private void tellAll() {
        for (Notice notice : Set.copyOf(waiting.keySet())) {
            Integer attempts = waiting.remove(notice);
            if (attempts == null || tell(notice)) {
                continue;
            }
            if (attempts > 1) {
                // A change in between begins anew.
                waiting.putIfAbsent(notice, attempts - 1);
            } else {
                given.increment();
                LOG.warn("{} does not take notice of {}; it is told of the next change", notice.hub(), notice.feedId());
            }
        }
    }

    private boolean tell(Notice notice) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(notice.hub()))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(notice.feedId())))
                .build();
        try {
            boolean taken = client.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
            if (taken) {
                told.increment();
            }
            return taken;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private String form(String feedId) {
        Stream<String> topics = FORMATS.stream().map(format -> "hub.url=" + encode(links.feed(feedId, format)));
        return Stream.concat(Stream.of("hub.mode=publish"), topics).collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        sender.shutdownNow();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "hub-notifier");
        thread.setDaemon(true);
        return thread;
    }
}
