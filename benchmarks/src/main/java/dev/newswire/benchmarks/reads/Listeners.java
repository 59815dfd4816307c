package dev.newswire.benchmarks.reads;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Clients that listen to the feed of everything; the first of them notes when it hears of each article. */
final class Listeners {
    private static final Pattern ID = Pattern.compile("^data: \\{\"id\":\"([0-9A-Z]{26})\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<CompletableFuture<HttpResponse<Void>>> streams = new ArrayList<>();
    private final AtomicLong heard = new AtomicLong();
    private final AtomicLong opened = new AtomicLong();
    private final Map<String, Long> entries = new ConcurrentHashMap<>();
    private final Map<String, Long> deletions = new ConcurrentHashMap<>();

    /** Opens so many streams. */
    void open(URI publish, int count) {
        HttpRequest request =
                HttpRequest.newBuilder(publish.resolve("/feeds/latest.events")).build();
        for (int i = 0; i < count; i++) {
            boolean isFirst = i == 0;
            streams.add(client.sendAsync(request, BodyHandlers.fromLineSubscriber(new Lines(isFirst))));
        }
    }

    /** Streams that have said something. */
    long opened() {
        return opened.get();
    }

    /** Events that all have heard together. */
    long heard() {
        return heard.get();
    }

    /** When the first stream heard of the entry of each article, in nanoseconds. */
    Map<String, Long> entries() {
        return entries;
    }

    /** When it heard that an entry had left. */
    Map<String, Long> deletions() {
        return deletions;
    }

    private final class Lines implements Flow.Subscriber<String> {
        private final boolean isFirst;
        private boolean isOpen;
        private String event = "";

        Lines(boolean isFirst) {
            this.isFirst = isFirst;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (!isOpen) {
                isOpen = true;
                opened.incrementAndGet();
            }
            if (line.startsWith("event: ")) {
                heard.incrementAndGet();
                event = line;
            } else if (isFirst && line.startsWith("data: ")) {
                note(line);
            }
        }

        private void note(String line) {
            Matcher matcher = ID.matcher(line);
            if (matcher.find()) {
                (event.endsWith("entry") ? entries : deletions).putIfAbsent(matcher.group(1), System.nanoTime());
            }
        }

        @Override
        public void onError(Throwable failure) {
            opened.addAndGet(isOpen ? -1 : 0);
        }

        @Override
        public void onComplete() {
            opened.addAndGet(isOpen ? -1 : 0);
        }
    }
}
